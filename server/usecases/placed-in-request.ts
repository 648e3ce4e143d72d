import { Refusal } from '../domain/refusal.ts';

/** Where an evaluation request says by what its rules are found, by what finding them is refused with. */
const PLACES: Readonly<Record<string, string>> = {
  noRuleSetInForce: '/date',
  noRuleSets: '/jurisdiction',
  publishedLater: '/asOf',
  unknownDigest: '/ruleSet/effectiveDigest',
};

/** What only a chosen rule set has: a place in it is a place in the choice. */
const CHOSEN: readonly string[] = ['/version', '/baseVersion'];

/** What finding the rules of a request was refused with, at its place in that request. */
export function placedInRequest(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const findings = error.findings.map((finding) => {
    const own = finding.at?.pointer;
    const pointer = own !== undefined && CHOSEN.includes(own) ? `/ruleSet${own}` : (own ?? PLACES[finding.code]);
    return pointer === undefined || pointer === own ? finding : { ...finding, at: { ...finding.at, pointer } };
  });
  return new Refusal(findings, error.code);
}
