import type { FundParams } from '../language.ts';
import { stepInto } from '../positions.ts';
import { inBoth } from '../words.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';
import type { Scope } from './scope.ts';

/** What a settlement's `boundBy` says by a word that is no limit's name. */
const BOUNDS = new Map([['left', 'meaningLeft']]);

/** What its `selfPay` says by a word that is no pot's name. */
const POTS = new Map([['total', 'meaningTotal']]);

/** What its `funding` says by words that are nobody's who brings a share. */
const SHARES = new Map([
  ['premium', 'meaningPremium'],
  ['carriedOver', 'meaningCarriedOver'],
  ['unspent', 'meaningUnspent'],
]);

/**
 * No limit, pot or share of a premium is called by a word by which a settlement says something else, and nobody brings a share
 * and the rest: of two amounts under one name a settlement has but one.
 */
export function* checkReservedNames({ limits, costs, rules }: Scope): Generator<Complaint> {
  for (const { declared, pointer } of limits)
    if (pointer !== null && BOUNDS.has(declared.name)) yield reserved(wrong, BOUNDS, declared.name, `${pointer}/name`);
  for (const { declared, pointer } of costs)
    for (const key of ['to', 'rest'] as const) {
      const pot = declared[key];
      if (pointer !== null && pot !== undefined && POTS.has(pot)) yield reserved(wrong, POTS, pot, `${pointer}/${key}`);
    }
  for (const { declared, pointer } of rules)
    if (pointer !== null && declared.event.type === 'fund')
      yield* checkShares(declared.event.params, `${pointer}/event/params`);
}

function* checkShares({ shares, rest }: FundParams, pointer: string): Generator<Complaint> {
  for (const name of Object.keys(shares))
    if (SHARES.has(name)) yield reserved(wrongKey, SHARES, name, stepInto(`${pointer}/shares`, name));
  if (SHARES.has(rest)) yield reserved(wrong, SHARES, rest, `${pointer}/rest`);
  if (Object.hasOwn(shares, rest)) yield wrong('restIsShare', `${pointer}/rest`, { name: rest });
}

function reserved(
  complain: typeof wrong,
  meanings: ReadonlyMap<string, string>,
  name: string,
  pointer: string,
): Complaint {
  return complain('nameReserved', pointer, { name, meaning: inBoth(meanings.get(name) ?? '') });
}
