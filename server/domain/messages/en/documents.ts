import type { Message } from '../index.ts';

/** Everything that can be wrong with rule sets, overrides, jurisdictions and scenarios. */
export const documents = {
  // The text
  documentTooLarge: {
    message: 'The text is larger than {limit} bytes',
    help: 'Split the file, or drop what is not needed',
  },
  documentEmpty: { message: 'The text is empty', help: 'Write at least its kind' },
  documentsMany: {
    message: 'A file holds one document; another begins here with ---',
    help: 'Put it into a file of its own',
  },
  characterRefused: {
    message:
      'The character {character} is not accepted: it cannot be seen, or changes the order in which text is shown',
    help: 'Delete the character',
  },
  yamlIndentation: {
    message: 'The indentation is wrong: this does not line up with what it belongs to',
    help: 'Keys of one level start in one column; the next level stands two spaces further in',
  },
  yamlTab: { message: 'A tab is used for indentation', help: 'Use spaces' },
  yamlBracket: {
    message: 'A “{bracket}” is missing, or a line inside the brackets is not indented enough',
    help: 'Close the bracket; lines inside it stand further in than the key they belong to',
  },
  yamlQuote: { message: 'The quotation mark is not closed', help: 'Close it' },
  yamlMissingColon: {
    message: 'A “key: value” is expected here, but there is no colon',
    help: 'Write “key: value” with a space after the colon',
  },
  wideColon: {
    message: 'The colon after “{key}” is the full-width one of Chinese text',
    help: 'Write “{key}: …”, with a plain colon and a space',
  },
  yamlTwoColons: {
    message: 'One line holds two “key: value”',
    help: 'Make two lines of it, or put text with a colon in quotes',
  },
  yamlEscape: {
    message: 'The escape inside double quotes is not known',
    help: 'Write the backslash as \\\\, or use single quotes',
  },
  yamlReserved: { message: 'Text without quotes cannot start with this sign', help: 'Put the text in quotes' },
  yamlDirective: {
    message: 'Lines that start with % are not accepted',
    help: 'Delete the line; every text is read as YAML 1.2',
  },
  yamlSyntax: { message: 'This is not valid YAML', help: 'Check indentation, colons, dashes, quotes and brackets' },
  tagRefused: { message: 'The tag {tag} is not accepted', help: 'Drop the tag; put text in quotes' },
  keyTwice: { message: 'The key “{key}” stands twice', help: 'Write each key once: delete one, or rename it' },
  keyForbidden: { message: 'The key “{key}” is not accepted', help: 'Choose another name' },
  keyNotText: { message: 'A key is text', help: 'Write “key: value”; a key is not empty, a list or a map' },
  mergeKey: {
    message: 'The merge key << is not accepted',
    help: 'Write it out, or refer to a whole value by an anchor (&name, *name)',
  },
  numberForm: {
    message: 'The number {given} is written in a form that is not accepted',
    help: 'Write a plain decimal such as 0.55 or 300000; a code of six digits needs quotes',
  },
  numberDigits: {
    message: 'The number {given} has more than {limit} significant digits and cannot be held exactly',
    help: 'Use fewer digits; a code needs quotes',
  },
  aliasUnknown: {
    message: 'There is no anchor “{name}”',
    help: 'Mark the value with &{name} first, then refer to it as *{name}',
  },
  aliasInside: { message: '“*{name}” refers to a value that it is part of', help: 'Refer to a value elsewhere' },
  aliasesMultiply: {
    message: 'With references written out there are more than {limit} values',
    help: 'Use fewer references inside references',
  },
  tooManyAliases: { message: 'There are more than {limit} references', help: 'Use fewer, and write the values out' },
  tooManyNodes: { message: 'The text holds more than {limit} values', help: 'Split the file' },
  tooDeep: { message: 'The text nests deeper than {limit} levels', help: 'Nest less' },
  documentNotMap: { message: 'The text should be a map (key: value) and is {given}', help: 'Start with a line kind:' },
  kindMissing: { message: 'There is no kind, so this may be anything', help: 'Write kind, one of: {known}' },
  kindUnknown: { message: 'There is no such kind as {given}', help: '{meant}Known: {known}' },
  versionInText: {
    message: 'A text holds no version number (“{key}”)',
    help: 'Delete the line: the number is given when the text is published and stands in its record; the text only says its period',
  },

  // Structure
  unknownKey: { message: 'There is no key “{key}” here', help: '{meant}Known: {known}' },
  thousandsComma: {
    message: '“{key}” behind the comma became another key: no number has commas',
    help: 'Leave the comma out: 30,000 is 30000',
  },
  missingKey: { message: '“{key}” is missing', help: 'Add “{key}: …”' },
  noneOfKeys: { message: 'One of these has to be said here: {known}', help: 'Add one' },
  exactlyOneOf: { message: 'Only one of {given} can be said', help: 'Keep one of {known}' },
  needsKey: { message: '“{key}” needs “{needed}” beside it', help: 'Add “{needed}: …”, or drop “{key}”' },
  notTogether: { message: '“{first}” and “{second}” exclude each other', help: 'Drop one of them' },
  wrongType: {
    message: 'This should be {wanted} and is {given}',
    help: 'Make it {wanted}; text that looks like a number or true needs quotes',
  },
  notOneOf: { message: '{given} is not possible here', help: '{meant}Known: {known}' },
  tooFew: { message: 'At least {limit} are needed here, {count} are given', help: 'Add more, or drop the key' },
  tooMany: { message: 'At most {limit} are possible here, {count} are given', help: 'Use fewer' },
  tooLong: { message: 'The text may have {limit} characters and has {count}', help: 'Shorten it' },
  reasonMissing: {
    message: 'the reason for the change is not written yet',
    help: 'Write in Chinese why it is made; reviewers read it, and whoever looks it up later',
  },
  textEmpty: { message: 'The text is empty', help: 'Write something, or drop the key' },
  repeatedItem: { message: '{given} is repeated', help: 'Write each item once' },
  outOfRange: { message: '{given} is out of range', help: 'It should be {wanted}' },
  notADate: { message: '{given} is not a real date', help: 'Write YYYY-MM-DD, such as 2019-06-01' },
  notAName: {
    message: '{given} cannot be a name',
    help: 'Start with a small letter and use letters, digits and hyphens only, such as annualCap',
  },
  notAFactId: {
    message: '{given} cannot be the name of a fact',
    help: 'Write names joined by dots, such as hospital.level',
  },
  notAStandardId: {
    message: '{given} cannot be the name of a standard',
    help: 'Write “product or layer.name”, such as inpatient.ratio',
  },
  notOneStandard: {
    message: 'Only one standard may stand here, and not {given}',
    help: 'Write a dollar sign and the standard’s id, as $basic.ratio; the parts of a figure (amount, times, atMost, …) are standards and hold no figures',
  },
  notAReference: {
    message: '{given} does not refer to a standard',
    help: 'Write the name of a standard after a $, such as $inpatient.ratio',
  },
  notAnItem: {
    message: '{given} cannot be an item',
    help: 'Use letters, digits and hyphens only, such as homeCounty or 1',
  },
  notACode: { message: '{given} is no code of a jurisdiction', help: 'Write six digits in quotes, such as "990100"' },
  codeUnquoted: {
    message: 'The code {given} has no quotes and became a number',
    help: 'Put it in quotes, such as "990100"',
  },
  clauseUnquoted: {
    message: 'The clause {given} has no quotes and became a number',
    help: 'Put it in quotes, such as "3.1"',
  },
  oneAtMost: {
    message: 'An allowance has one bound on its units in a period, and this is no figure',
    help: 'Write atMost: $standard with per: month (or another period) beside it; a bound of each claim is perClaim, one of another period is a limit, in CNY',
  },
  fundingByRule: {
    message: 'Funding is told rule by rule: this should be what each brings under one rule, and is {given}',
    help: 'Name the rule first: funding: {premium: {city: 100.00, county: 50.00}}; what all rules come to stands under total',
  },
  bareFigure: {
    message: 'A rule never holds a bare number such as {given}',
    help: 'Make it a standard under standards, and refer to its name with a $ here',
  },
  duplicateName: {
    message: 'The {kind} “{name}” stands twice: entries {first} and {again}',
    help: 'Rename or delete one',
  },
  nameReserved: {
    message: 'By “{name}” a settlement says something else: {meaning}',
    help: 'Choose another name',
  },
  restIsShare: {
    message: '“{name}” brings a share, and the rest as well: a settlement has one amount of each who brings some',
    help: 'Rename one of the two',
  },
  periodBackwards: { message: 'The period ends on {to}, before it begins on {from}', help: 'Correct one of the dates' },
  periodNeverMet: {
    message:
      'Its period ({from} to {to}) has no day in common with the text’s ({textFrom} to {textTo}): it would never pay',
    help: 'Bring the period within the text’s; where the two are the same it may be left out',
  },
  boundsBackwards: { message: 'The lower bound {low} is above the upper bound {high}', help: 'Correct one of them' },
  unknownClause: { message: 'The clause “{given}” is not among clauses', help: 'Listed: {known}' },

  // Facts and costs
  unknownFact: { message: 'There is no fact “{given}”', help: '{meant}Known: {known}' },
  factNotOfType: {
    message: '“{given}” is no fact of the claims meant here ({types})',
    help: 'It belongs to {declared}: add a condition on the claim type, or use another fact',
  },
  keyNotOfType: {
    message:
      '“{standard}” ({label}) is read by “{key}”, which claims of {types} do not have: those that come to it could never be settled',
    help: '“{key}” belongs to {declared}: add a condition on the claim type, declare the fact for {types} as well, or use another standard',
  },
  wrongFactKind: {
    message: '“{fact}” ({label}) is {kind}; {wanted} is needed here',
    help: 'Use another fact, or change its kind',
  },
  factReserved: { message: '“{fact}” is a reserved name', help: 'Choose another, with a prefix for instance' },
  factInsideFact: {
    message: '“{fact}” stands inside the fact “{outer}”',
    help: 'A fact holds no facts: rename one of them',
  },
  partOfNothing: {
    message: '“{given}” is no item of the bill that can have parts',
    help: '{meant}Possible for partOf: {known}',
  },
  daysOfNoDate: { message: '“{given}” is no date', help: '{meant}Possible for daysBetween: {known}' },
  firstOfNoList: {
    message: '“{given}” is no list of items',
    help: '{meant}Possible for firstOf.list: {known}',
  },
  firstOfNoItem: { message: '“{given}” is no item of the list “{list}”', help: '{meant}Its items: {known}' },
  defaultNotOfKind: {
    message: 'The default {given} is not {kind}',
    help: 'Write a value of that kind; none lets the fact be absent',
  },
  defaultNotAnItem: {
    message: 'The default {given} is no item of the fact',
    help: '{meant}Known: {known}; none lets the fact be absent',
  },
  defaultNotInOrder: {
    message: 'The default {given} is not in order',
    help: '{meant}The default is an item of the list “{list}” that stands in order as well, mostly as the last; in order: {known}',
  },
  claimDateNoFact: { message: '“{given}” is no date of this claim', help: '{meant}Possible: {known}' },
  claimDateMayBeFact: {
    message:
      'The date is “{given}”, which is no date fact: it is shown as a word, and the date that a claim sends is held to nothing',
    help: '{meant}Date facts: {known}; where a word is meant, write it as people read it, date: {zh: …, en: …}',
  },
  unknownPot: { message: '{types} has no pot “{given}”', help: '{meant}Known: {known}' },
  unknownPart: { message: '“{given}” is no part of {of}', help: '{meant}Known: {known}' },
  labelOfNoPot: {
    message: 'costs makes no pot “{given}”',
    help: '{meant}Made by costs: {known}; an item of the bill is called by the label of its fact',
  },
  labelOfNoChannel: {
    message: 'No layer has a channel “{given}”',
    help: '{meant}In the standards that tell the channels of layers: {known}',
  },
  labelOfNoPeriod: {
    message: 'No limit or rule counts by “{given}”',
    help: '{meant}Counted by: {known}',
  },
  unknownBillItem: { message: 'No bill has an item “{given}”', help: '{meant}Known: {known}' },

  // Standards
  unknownStandard: {
    message: 'There is no standard {given}',
    help: '{meant}A standard is declared under standards first',
  },
  wrongUnit: {
    message: 'The standard {named} is {unit}; {wanted} is needed here',
    help: '{hint}Refer to a standard of that unit',
  },
  defaultInCircle: {
    message: 'The default of “{fact}” goes by “{by}”, which is found from “{fact}” in turn',
    help: 'Give one of them a default that does not go by the other',
  },
  defaultByList: {
    message: 'A default cannot go by “{given}”: it is a list and has no single value',
    help: '{meant}Declare a fact that is firstOf the list, and let the default go by that',
  },
  costUndivided: {
    message: 'The item “{item}” has a rest, and nothing says how much of it counts',
    help: 'Write share or atMost, or leave out rest',
  },
  boundsCrossed: {
    message: '{named} as the least is always above {most} as the most: it has no effect',
    help: 'Lower the least, or raise the most',
  },
  deductiblesApart: {
    message:
      'The rules “{rule}” and “{other}” share a base and differ in deductiblesAtMost: only what is taken by a rule that has it counts',
    help: 'Give both the same standard, or each a base of its own',
  },
  divisorNotAboveZero: {
    message: 'The standard {named} is divided by, and its range allows 0 or less',
    help: 'Give the standard range: {above: 0}',
  },
  moneyTimesMoney: {
    message: '{facts} are amounts of money, and money is not multiplied by money',
    help: 'Count by one of the amounts only',
  },
  measureLeftOut: {
    message: 'The figure is a part of “{fact}” ({label}), which a claim may leave out: it would count as 0',
    help: 'Leave out default: none; where only some claims must bring it, give defaults by another fact',
  },
  countLeftOut: {
    message: 'The deductible goes by the number “{fact}” ({label}), which a claim may leave out: it would count as 0',
    help: 'Let the claim bring it, or give it a default',
  },
  forEachNotMoney: {
    message: 'The standard {named} is {unit}, which is not multiplied here by what “each” counts',
    help: 'Only a figure of money is so much for each, or a part of an amount; what each adds or takes off is “more” or “less” beside it',
  },
  wrongShape: {
    message: 'The standard {named} does not fit here: {wanted} is needed',
    help: 'Refer to another standard, or write it that way',
  },
  unlimitedNotACap: {
    message: 'The standard {named} can be unlimited, which only an atMost may be',
    help: 'Give it a figure, or refer to it as an atMost only',
  },
  unlimitedNotMoney: { message: '{unit} cannot be unlimited', help: 'Only an amount (CNY) used as a cap can' },
  valueNotOfUnit: {
    message: '{given} is not {unit}',
    help: 'Write what the unit says: a number for amounts, shares and counts, [ ] for a list, none where nothing is set',
  },
  valueShape: {
    message: 'One value is needed here, not {given} (unit: {unit})',
    help: 'What is said one by one needs the fact in by beside it, and so do rows by a number; rows without by are for shares only',
  },
  numberInWords: {
    message: '{given} is not how a number is written',
    help: 'Write digits alone, without quotes, commas and words: {meant}',
  },
  rowsNotMap: {
    message: 'The city has rows of from, to and value for {named}, not {given}',
    help: 'Write all rows as the city does, such as {example}',
  },
  keyBeyondCity: {
    message: 'The city has one figure here for {named}, not {given}',
    help: 'More for some by another fact stands under keyedStandards: the fact in by, under value first its values, then the city’s keys, such as {example}',
  },
  valueNotByKey: {
    message: 'This is said by “{key}”, not as {given}',
    help: 'Write a map (key: value); where the key is a number, rows are possible too',
  },
  valueNotInOrder: { message: '{given} is not in order (unit: {unit})', help: '{meant}Known: {known}' },
  valueNotMoney: { message: '{given} is not an amount', help: 'At most two decimals, below 10,000,000,000' },
  negativeFigure: {
    message: 'The figure {given} is below 0',
    help: 'Write a figure of 0 or more; where it has to be negative, say so by range',
  },
  shareInPercent: { message: '{given} is not how a share is written', help: 'Write percentages as decimals: {meant}' },
  shareAboveOne: {
    message: 'The share {given} is above 1',
    help: 'Write percentages as decimals: for {given} % write {meant}',
  },
  rangeBroken: { message: '{given} is outside the range of the standard', help: 'It should be {wanted}' },
  rowsNotFromZero: {
    message: 'The first row starts from {from}',
    help: 'The first row starts from 0; write a row also where there is nothing',
  },
  rowsUnsorted: {
    message: 'The row from {from} stands after the row from {before}',
    help: 'Sort the rows by from, the smallest first: the first starts from 0, the last has no to',
  },
  rowsGap: { message: 'Nothing is said between {to} and {from}', help: 'Each row starts where the one before ends' },
  rowsOverlap: {
    message: 'This row starts from {from}, but the one before ends at {to}',
    help: 'Each row starts where the one before ends',
  },
  rowsNotOpen: { message: 'The last row ends at {to}', help: 'The last row has no to: it holds for everything above' },
  rowWithoutEnd: {
    message: 'The row from {from} has no to, but the next starts from {next}',
    help: 'Write to: {next}',
  },
  rowEmpty: {
    message: 'The row from {from} to {to} is empty: no number is in it',
    help: 'Write a larger to, or a smaller from',
  },
  unknownValueKey: { message: '“{key}” has no item “{given}”', help: '{meant}Known: {known}' },
  keyIsLabel: {
    message: '“{given}” is what the item {id} is called, and no key',
    help: 'Write {id}; keys by “{key}”: {known}',
  },
  keyNotBoolean: {
    message: '“{key}” is true or false, and “{given}” cannot be a key',
    help: 'The keys are "true" and "false", in quotes',
  },
  keyNotNumber: { message: '“{key}” is a number, “{given}” is none', help: 'Write whole numbers, or rows' },
  keysMissing: {
    message: 'By “{key}” there is nothing for {missing}',
    help: 'Add them, or write otherwise for the rest',
  },
  gradesMissing: {
    message: '{named} has no share for {missing}: a claim whose heaviest grade in {fact} is one of them is refused',
    help: 'Add them, also where they are 0, write otherwise for the rest, or let {fact} hold only grades that there are',
  },
  otherwiseOfNothing: {
    message: 'By “{key}” every item is named already: none is left for otherwise',
    help: 'Name the items that are to change: {known}',
  },
  otherwiseUnused: {
    message: 'By “{key}” every item is named: otherwise is never read',
    help: 'Delete otherwise, or the items that are like it',
  },
  numberKeysOpen: {
    message: 'By “{key}” not all is said: it can be any number',
    help: 'Write otherwise for the rest, or rows',
  },
  keyUnfit: { message: '“{key}” cannot be a key', help: 'A key is a choice, true or false, or a number' },
  keyIsList: {
    message: '“{key}” is a list, of which a claim may bring several items, and cannot be a key',
    help: 'Declare a fact for the first of them in your order, firstOf: {list: {key}, order: […]}, and use that as the key',
  },
  betterNotForUnit: { message: 'better: {given} does not fit {unit}', help: 'Known: {known}' },
  orderMissing: { message: 'better: {better} needs the items in order', help: 'Add order, from worst to best' },
  orderNotForUnit: { message: '{unit} has no order', help: 'Drop order' },
  betterAgainstUse: {
    message:
      '{named} says better: {given}, and where rules and limits read it {wanted} is better for people: as it stands, counties can only make it worse, and worse is called better',
    help: 'Write better: {wanted}; where no county may change it, county: fixed',
  },
  improveWithoutBetter: {
    message: 'It is not said which way is better, so no county can improve it',
    help: 'Add better, or write county: fixed',
  },
  groupIncomplete: {
    message: 'The standards of a group ({group}) are set together: {set} set, {unset} not',
    help: 'Set the others too, or none',
  },
  listItemUnknown: { message: '“{fact}” has no item “{given}”', help: '{meant}Known: {known}' },
  unknownTerm: { message: 'There are no such terms as {given}', help: '{meant}Known: none, settled, ordinary, full' },

  // Conditions
  conditionTwice: {
    message: 'One condition cannot hold “{key}” as well',
    help: 'Make several conditions of it, joined by all or any',
  },
  emptyAny: { message: 'any holds no condition and is never met', help: 'Write conditions, or drop it' },
  conditionPath: { message: 'Conditions take no {key}: it would read what is no fact', help: 'Name the fact itself' },
  conditionParams: { message: 'Conditions take no {key}: facts have no parameters', help: 'Delete it' },
  conditionPriority: {
    message: 'Conditions take no {key}: none comes before another',
    help: 'Delete it; the order of layers and rules says who pays first',
  },
  conditionName: { message: 'Conditions take no {key}', help: 'Delete it; the rule has the name' },
  conditionNamed: { message: 'A {key} cannot refer to one elsewhere', help: 'Write the condition here' },
  operatorDecorated: {
    message: 'The decorated operator {given} is not accepted',
    help: 'Put the condition under not, or use the opposite operator',
  },
  unknownOperator: { message: 'There is no operator {given}', help: '{meant}Known: {known}' },
  operatorNotForKind: { message: '“{fact}” is {kind} and cannot be asked by {given}', help: 'Known: {known}' },
  textNotCompared: { message: '“{fact}” is text and no matter of conditions', help: 'Make it a choice' },
  termsNotCompared: {
    message: '“{fact}” is terms by layer and no matter of conditions',
    help: 'Conditions ask about facts of the claim and other standards',
  },
  conditionByTerms: {
    message: 'The standard {standard} is read by terms and cannot stand in a condition',
    help: 'Conditions come before terms: use a standard that is not read by them',
  },
  valueNotAList: {
    message: '{operator} compares with a list, not with {given}',
    help: 'Write [ … ], or refer to a list',
  },
  valueIsAList: { message: '{operator} compares with one value, not with {given}', help: 'Write one value, or use in' },
  standardAsValue: {
    message: 'A condition does not take {given} like that: it would be a text',
    help: 'To compare with the standard, write {meant}',
  },
  valueNotOfKind: {
    message: '“{fact}” is {kind} and cannot be compared with {given}',
    help: 'Write a value of that kind',
  },
  valueNotAnItem: { message: '“{fact}” has no item {given}', help: '{meant}Known: {known}' },
  containsList: {
    message: '“{fact}” is a list; {operator} takes one item, and the standard {standard} is a list',
    help: 'Write one leaf an item: any: [{fact: {fact}, operator: contains, value: a}, {fact: {fact}, operator: contains, value: b}]; for none of them all with doesNotContain',
  },
  notComparable: {
    message: '“{fact}” is {kind} and cannot be compared by {operator} with the standard {standard}, which is {unit}',
    help: 'Refer to a standard of the same kind; in needs a list',
  },

  unitNotDays: {
    message: '“{given}” is days, and the standard {standard} ({label}) is {unit}: they cannot be compared',
    help: 'Make the standard days: write unit: days and its value in days; or refer to a standard in days',
  },

  // Rules, layers, limits
  unknownLayer: { message: 'There is no layer “{given}”', help: '{meant}Known: {known}' },
  layerMissing: { message: 'The rule “{rule}” names no layer', help: 'Add layer, one of: {known}' },
  termsWithLayer: { message: 'The rule “{rule}” gives layers their terms and belongs to none', help: 'Drop layer' },
  ruleNamedAsLayer: {
    message: 'The rule “{rule}” is named as another layer; limits and counters mean the layer',
    help: 'Rename the rule',
  },
  rulesBothPay: {
    message: 'The layer “{layer}” takes one rule, but “{first}” and “{second}” can both apply, for instance {example}',
    help: 'Add conditions that keep them apart, or write combine: sum on the layer',
  },
  rulesMayBothPay: {
    message:
      'In the layer “{layer}” both “{first}” and “{second}” can apply, for instance {example}; they are added up',
    help: 'Write combine: sum on the layer where that is meant, else combine: one and conditions that keep them apart',
  },
  periodBesideRule: {
    message:
      'In the layer “{layer}” both “{first}” and “{second}” can draw from one pot, for instance {example}; the later works on what the earlier leaves, so over a period (year or per) they do not add up to what it owes',
    help: 'Add conditions that keep them apart; for some points more write plus in the figure of one rule; leave it where it is meant so',
  },
  unknownBaseName: {
    message: '{key} says “{given}”, which is neither a layer nor a rule',
    help: '{meant}Name the layer ({layers}) or rule ({rules}) whose base it shares; for a base of its own write year: true, or drop base',
  },
  deductiblePerShared: {
    message:
      'The rule “{rule}” takes its deductible from each claim, yet shares its base with “{other}” on the same claim: each would take a deductible of its own, and of one cost only the first would count',
    help: 'Give each a base of its own; where both have one deductible, drop deductiblePer; or add conditions that keep them apart',
  },
  basesApart: {
    message:
      'In the layer “{layer}” both “{first}” and “{second}” count over a period and draw from one pot, never for one claim, yet each keeps a base of its own: in one period a person meets the deductible twice, and bands start anew',
    help: 'For one base give both the same name (year: {layer}, or base: {layer}); where they are meant apart, name each: {first} and {second}',
  },
  ruleDead: {
    message: 'No claim can meet the condition of the rule “{rule}”',
    help: 'See whether its parts contradict each other',
  },
  settledWithoutRule: {
    message:
      '{named} says settled for the layer “{layer}”, which has no rule for claims of {types}: they are not asked for the amount, and one that brings settled.{layer} is refused',
    help: 'Give the layer a rule for these claims, whose of says from which pots the amount is drawn, such as event: {type: reimburse, params: {of: [inScope]}}; or leave the layer out of the terms',
  },
  unknownProduct: { message: 'There is no product “{given}”', help: '{meant}Known: {known}' },
  unknownPayer: { message: '“{given}” is not among payers and is shown as it stands', help: '{meant}Listed: {known}' },
  claimBaseUnnamed: {
    message: 'rule “{rule}” says per: claim, but not with which rule it shares the claim',
    help: 'add base, the layer or rule whose deductible or bands it shares; without sharing, leave out per',
  },
  deductiblePerAlone: {
    message: 'rule “{rule}” takes its deductible from each claim anyway',
    help: 'leave out deductiblePer; where bands count over the year, add year: true',
  },
  unknownLimited: { message: 'There is no layer or rule “{given}”', help: '{meant}Known: {known}' },
  unknownLimit: {
    message: 'There is no limit “{given}” on payments',
    help: '{meant}Known: {known}',
  },
  beyondSeveralPots: {
    message: 'The rule “{rule}” works on the cost beyond a limit and can pay one pot alone, not {pots}',
    help: 'Name one pot in of; write a rule for each',
  },
  beyondUnfit: {
    message: 'The limit “{limit}” binds the rule “{rule}”, of which nobody can tell which part of the cost was cut off',
    help: 'Let that rule be a reimburse of this one pot without parts, or give it a limit of its own',
  },
  beyondNothing: {
    message: 'No rule that pays “{pot}” before is bound by the limit “{limit}”, so the cost beyond it is always 0',
    help: 'Name a limit that binds a layer before, move the layer of this rule behind it, or drop beyond',
  },
  beyondItself: {
    message:
      'The rule “{rule}” works on the cost beyond “{limit}” and is bound by it: once there is such a cost, nothing is left to pay',
    help: 'Leave this rule and its layer out of over and binds of the limit',
  },
  beyondPaidBetween: {
    message:
      '“{other}” pays from “{pot}” after the rule that “{limit}” binds and before this one; the cost beyond is not less for that, so the same cost may be paid twice',
    help: 'Where that is meant, nothing need be done; else move the layer of this rule before it',
  },
  standardUnread: {
    message: 'No rule, limit, cost or condition reads {named}: whatever a county makes of it, nothing changes',
    help: 'Use it, or leave it out; what is only told, as a promise of service is, begins with a name that no product, layer or claim type has, such as service.{last}',
  },
  boundUnset: {
    message:
      'What bounds payments reads “{label}”, which is unset and so bounds nobody; a figure of a county’s would be a new bound and pass as a raise',
    help: 'Write unlimited for no cap, 0 for nothing that must stay, is added or taken off, 1 for the whole; put it in a group with what a county sets up together with it, which every rule it bounds needs; or write county: fixed',
  },
  limitOverNothing: { message: 'The limit “{limit}” does not say what it is over', help: 'Add over' },
  limitWithoutPeriod: {
    message: 'The limit “{limit}” does not say for how long and holds for each claim',
    help: 'Add per, such as year, event or claim',
  },
  shareBeyondClaim: {
    message:
      'The limit “{limit}” is a share of the cost, but per is “{per}”: the cost of one claim would be held against what the whole period has paid',
    help: 'Write per: claim, for each claim; for the whole period make atMost an amount, such as atMost: $basic.annualCap',
  },
  shareOfNoCost: {
    message:
      'The limit {limit} is a share of cost, and claims of {types} have none of the pots named here ({pots}): the limit is 0 for them, and all that they are paid is cut',
    help: '{types} has {known}. Name in of what shall count; where the limit is not meant for these claims, add a condition on the claim type',
  },
  countedPeriodNear: {
    message: 'The period “{given}” is nearly “{other}” and yet another one: each is counted by itself',
    help: '{meant}Where another period is meant, give it a name that is not mistaken for it',
  },
  limitUnreachable: {
    message: 'The limit “{limit}” never binds ({what}): {why}',
    help: 'Correct names or conditions, or delete the limit',
  },
  readingOfNothing: {
    message: 'The reading is about a {kind} “{given}” that does not exist',
    help: '{meant}Correct the name, or drop it',
  },

  // Counties
  countyIsCity: {
    message: 'The jurisdiction {code} of the override is the city itself',
    help: 'Write the county’s code as jurisdiction and the city’s as extends',
  },
  unknownCode: { message: 'There is no jurisdiction {given}', help: '{meant}Known: {known}' },
  extendsOther: { message: 'extends says {given}, but the county belongs to {city}', help: 'Write extends: "{city}"' },
  periodOutsideCity: {
    message: 'The period goes beyond that of the city’s rule set ({from} to {to})',
    help: 'There are no rules of the city’s for those days: check the dates',
  },
  unknownCityStandard: {
    message: 'The city has no standard “{given}”',
    help: '{meant}Standards of the county’s own stand in adds.standards',
  },
  belowFloor: {
    message: 'Worse than the city’s standard: {label}{key} is {city} in the city, {given} here, {direction}',
    help: 'Write a figure no worse than the city’s, or delete the entry and keep the city’s{see}',
  },
  fixedChanged: {
    message: 'No county may change this: {label}{key} is {city} in the city, {given} here',
    help: 'Delete the entry{see}',
  },
  ownKeyTwice: {
    message: '“{label}” ({standard}) is read by “{key}” in the city already and cannot be set apart by it once more',
    help: 'Write it under standards: only the keys to be raised',
  },
  ownKeyUnfit: {
    message:
      '“{label}” ({standard}) cannot be set apart by “{key}”: every type of claim that reads it has to have the fact, and the fact has to be a choice, a truth value or a whole number, alike in all types',
    help: '{meant}Possible: {known}',
  },
  keyedRows: {
    message: 'Rows are not taken here: what some get more is said by the values of the fact in by, one by one',
    help: 'Write a map, of a number each one that is meant ({6: 0.8, 7: 0.8}), or add a truth value to the claim and read by that',
  },
  keyedNoBetter: {
    message: 'Of no effect: {label} ({key}) is {given} here, no better than {all} for everybody',
    help: 'Write a better figure, or delete the entry',
  },
  laterIsBetter: {
    message:
      '{label}{key}: who is both “{first}” and “{later}” has the figure of “{first}”, which comes first: {less}, and not the better {more} of “{later}”',
    help: '“{fact}” takes the first that somebody has, mostly the best in every figure: check both figures, or raise that of “{first}” as well; where some figures are meant to rise in another order, leave them{others}',
  },
  adviceLeft: {
    message: 'The city’s advice is not followed: {label} is {city} in the city, {given} here; the reason: {reason}',
    help: 'The city sees the reason when it reviews{see}{more}',
  },
  nameIsCitys: {
    message: 'The {kind} “{name}” is the city’s',
    help: 'Choose another name; figures of the city’s are changed under standards',
  },
  unknownClaimTypeHere: { message: 'There is no claim type “{given}”', help: '{meant}Known: {known}' },
  addedTerms: {
    message: 'The added rule “{rule}” cannot give layers their terms',
    help: 'What a county adds only pays after the city’s layers',
  },
  addedToCityLayer: {
    message: 'The added rule “{rule}” cannot stand in the city’s layer “{layer}” ({label})',
    help: 'Add a layer under adds.layers',
  },
  addedOnCityCounter: {
    message: 'The added rule “{rule}” cannot use the city’s counter “{given}”',
    help: 'Use a name of your own, or none (year: true, or drop base)',
  },
  addedLeave: { message: 'The added limit “{limit}” cannot leave an amount with the person', help: 'Drop leave' },
  addedLimitOnCity: {
    message: 'The added limit “{limit}” cannot bind the city’s “{given}” ({label})',
    help: 'Name added layers or rules only',
  },
  addedItemInTotal: {
    message:
      'The city’s {kind} “{name}” looks at the total of the bill (cost.total) of “{type}”: the added item “{fact}” would count in it and change what the city pays',
    help: 'Give this cost a claim type of its own (adds.claims); or declare it as part of an item (money: {partOf: …}); or, where nothing is paid from it, under a name that does not begin with cost.',
  },
  addedFactRead: {
    message: 'The city’s {kind} “{name}” would use the added “{fact}” in “{type}” and so change what the city pays',
    help: 'Choose a name that the city does not use',
  },
  addedDaysRefuse: {
    message: 'The added days “{fact}” ({label}) would refuse claims of the city’s “{type}” by their dates',
    help: 'Drop atLeast and atMost, or count from or to a date that is added as well',
  },
  addedCostOnCity: { message: 'Added costs cannot touch the city’s pot “{given}”', help: 'Divide added items only' },
  notWaivable: { message: 'The product “{product}” ({label}) cannot be replaced by a county', help: 'Drop the waiver' },
  standardOfOtherProduct: {
    message: '{named} is no standard of the product “{product}”',
    help: 'A waiver holds standards of its product only',
  },
  waiverNotHigher: {
    message: 'The insurance that replaces “{product}” ({label}) is nowhere above the city’s',
    help: 'At least one standard has to be above',
  },

  // Jurisdictions
  successorOfTwo: {
    message: 'The code {given} already follows {other} and cannot follow {code} too',
    help: 'A code follows one code only. Of two places that merged, give the successor to one, and end the other with validTo alone; what is to hold of its own rules is published under the new code',
  },
  codeOfItself: { message: 'The code {code} leads back to itself', help: 'Correct parent or successor' },
  parentIsCounty: {
    message: '{given} belongs to another city and cannot be a parent',
    help: 'Write the city’s code as parent',
  },

  // typical claims
  notMadeUp: {
    message: 'madeUp can only be true, it is {given}',
    help: 'People in typical claims are made up; a claim of a real person must not stand here',
  },
} as const satisfies Record<string, Message>;
