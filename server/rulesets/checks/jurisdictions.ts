import type { Jurisdictions } from '../language.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import { checkRepeated } from './names.ts';

/**
 * Codes stand once, and what a code refers to is there: its city, and the code it had after. That follows one code only: all
 * codes of a place share their rules, and whoever works for it, which two places with rules of their own cannot.
 */
export function* checkJurisdictions({ jurisdictions }: Jurisdictions): Generator<Complaint> {
  const byCode = new Map(jurisdictions.map((one) => [one.code, one]));
  yield* checkRepeated(
    jurisdictions.map(({ code }) => code),
    (index) => `/jurisdictions/${index}/code`,
    'wordCode',
  );
  const before = new Map<string, string>();
  for (const [index, { code, parent, successor, validFrom, validTo }] of jurisdictions.entries()) {
    const at = `/jurisdictions/${index}`;
    for (const [key, given] of [
      ['parent', parent],
      ['successor', successor],
    ] as const) {
      if (given === undefined) continue;
      if (!byCode.has(given)) {
        yield wrong('unknownCode', `${at}/${key}`, {
          given,
          known: listed(byCode.keys()),
          meant: didYouMean(given, byCode.keys()),
        });
      } else if (given === code || (key === 'successor' && comesBack(code, byCode))) {
        yield wrong('codeOfItself', `${at}/${key}`, { code });
      } else if (key === 'successor' && before.has(given)) {
        yield wrong('successorOfTwo', `${at}/successor`, { code, given, other: before.get(given) ?? '' });
      } else if (key === 'parent' && byCode.get(given)?.parent !== undefined) {
        yield wrong('parentIsCounty', `${at}/parent`, { given });
      }
    }
    if (successor !== undefined && !before.has(successor)) before.set(successor, code);
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
      yield wrong('periodBackwards', `${at}/validTo`, { from: validFrom, to: validTo });
    }
  }
}

/** Whether the successors of a code lead back to it. */
function comesBack(code: string, byCode: ReadonlyMap<string, { readonly successor?: string }>): boolean {
  const seen = new Set<string>();
  for (let next = byCode.get(code)?.successor; next !== undefined; next = byCode.get(next)?.successor) {
    if (next === code) return true;
    if (seen.has(next)) return false;
    seen.add(next);
  }
  return false;
}
