import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Cost } from '../language.ts';
import { limitBeyond } from '../limit-beyond.ts';
import { potsDrawn } from '../pots.ts';
import { standardNamed } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import type { ValueToCheck } from './keyed-values.ts';
import { betterInPart, type StandardReference } from './references.ts';
import type { Scope } from './scope.ts';
import { isStandardUse, standardsOfLeaf, type Usage, type Use } from './usage.ts';

/**
 * A standard that says the other way is better than the one that is where it is read: counties could only worsen it, and each
 * comparison would call the worse the better. Told where all places agree; a county: fixed is no county's to move.
 */
export function* checkDirections(scope: Scope, usage: Usage, own: readonly ValueToCheck[]): Generator<Complaint> {
  const ways = waysOf(scope, usage);
  for (const { standard, pointer } of own) {
    const [wanted, ...others] = ways.get(standard.id) ?? [];
    if (wanted === undefined || wanted === null || others.length > 0 || !isOpposite(standard, wanted)) continue;
    yield doubtful('betterAgainstUse', pointer.replace(/value$/, 'better'), {
      named: standardNamed(standard.id, standard.label),
      given: String(standard.better),
      wanted,
    });
  }
}

/** What the rules of a scope pay from: pots of the bill, and the cost beyond limits. */
export interface PaidFrom {
  readonly pots: ReadonlySet<string>;
  readonly beyond: ReadonlySet<string | null>;
}

/** What all rules of a scope pay from. */
export function paidFrom({ rules }: Scope): PaidFrom {
  return {
    pots: new Set(rules.flatMap(({ declared }) => potsDrawn(declared.event))),
    beyond: new Set(rules.map(({ declared }) => limitBeyond(declared.event))),
  };
}

/** Which way a standard is better for people where a figure reads it; null where the place cannot tell. */
export function betterInPlace(
  { pots, beyond }: PaidFrom,
  { reference, place }: Use<StandardReference>,
): 'higher' | 'lower' | null {
  if (place.kind === 'cost') {
    const way = betterToCount(pots, place.declared);
    return way === null ? null : betterInPart(way, reference.role);
  }
  // Beyond a limit another layer may pay more than was paid below it.
  return place.kind === 'limit' && beyond.has(place.declared.name) ? null : reference.better;
}

/** Whether people are better off with more of an item in the pot it goes to, or less; null where rules pay from both or neither. */
function betterToCount(pots: ReadonlySet<string>, { to, rest }: Cost): 'higher' | 'lower' | null {
  const isRestPaid = rest !== undefined && pots.has(rest);
  if (pots.has(to) === isRestPaid) return null;
  return isRestPaid ? 'lower' : 'higher';
}

function isOpposite({ better, county }: EffectiveStandard, wanted: 'higher' | 'lower'): boolean {
  return county !== 'fixed' && (better === 'higher' || better === 'lower') && better !== wanted;
}

/** By standard the ways in which its places have it better; null among them where one cannot tell, as no condition can. */
function waysOf(scope: Scope, { uses, leaves }: Usage): ReadonlyMap<string, ReadonlySet<'higher' | 'lower' | null>> {
  const ways = new Map<string, Set<'higher' | 'lower' | null>>();
  const note = (standard: string, way: 'higher' | 'lower' | null) => {
    ways.set(standard, (ways.get(standard) ?? new Set()).add(way));
  };
  const paid = paidFrom(scope);
  for (const use of uses.filter(isStandardUse)) note(use.reference.name, betterInPlace(paid, use));
  for (const { leaf } of leaves) for (const standard of standardsOfLeaf(leaf)) note(standard, null);
  return ways;
}
