/** A county's text and the versions of its city's. */
export const cityRules = {
  cityRulesWrong: {
    message: 'The city’s rule set {rules} has errors ({reason}): nothing was held to the floor',
    help: 'Put the city’s rule set right first (dixian validate tells all that is wrong with it), then check this file again',
  },
  cityRulesUnreadable: {
    message: 'The city’s rules cannot be read ({rules} {reason}): nothing was held to the floor',
    help: 'Put that file right first, then check this one again',
  },
  cityRulesMissing: {
    message: 'No rule set of the city {city} is found in {lookedIn} ({reason}): nothing was held to the floor',
    help: 'Put the city’s rule set beside this file, give it together with this one, or name a folder of rules with --rules, then check again; where extends or effective is wrong, correct it',
  },
  reasonOfAll: { message: '; one for this standard alone is written under reasons in the text' },
  onCityRules: { message: ' (by the city’s rule set {rules})' },
  cityRulesDays: { message: '{rules}, {from} to {to}' },
};
