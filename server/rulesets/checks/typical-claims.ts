import type { TypicalClaims } from '../language.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import { checkRepeated } from './names.ts';

/** Ids stand once, since whoever compares two rule sets calls claims by them; a county named is one there is. */
export function* checkTypicalClaims(
  { jurisdiction, claims }: TypicalClaims,
  codes: ReadonlySet<string> | undefined,
): Generator<Complaint> {
  yield* checkRepeated(
    claims.map(({ id }) => id),
    (index) => `/claims/${index}/id`,
    'wordTypicalClaim',
  );
  if (codes === undefined) return;
  const named = [
    { given: jurisdiction, at: '/jurisdiction' },
    ...claims.map((claim, index) => ({ given: claim.jurisdiction, at: `/claims/${index}/jurisdiction` })),
  ];
  for (const { given, at } of named) {
    if (given === undefined || codes.has(given)) continue;
    yield wrong('unknownCode', at, { given, known: listed(codes), meant: didYouMean(given, codes) });
  }
}
