import type { Finding } from '../domain/finding.ts';
import { pointerOf, sentAt } from './claim-paths.ts';
import type { ClaimType } from './effective-rule-set.ts';
import type { Complaint } from './explain-schema.ts';
import { type NeededByCase, neededByCase } from './needed-by-case.ts';
import { stepsOf } from './positions.ts';
import { nearest } from './words.ts';

/**
 * Of a claim that is wrong anyway, the facts that it lacks because of what another fact says: told as when the facts are
 * read, so that nothing comes to light only after the rest was corrected.
 * @param complaints what else is wrong: a name there that may be the fact's, mistyped, is one fault with it
 */
export function lackedByCase(
  claimType: ClaimType,
  claim: unknown,
  complaints: readonly Complaint[],
): readonly Finding[] {
  return neededByCase(claimType).cases.flatMap((needed) => {
    const { fact, by } = needed;
    const value = metBy(needed, claim);
    if (value === undefined || !isLeftOut(fact.id.split('.'), claim, complaints)) return [];
    const args = { fact: fact.id, label: fact.label, value: `${by.id} = ${value}`, standard: null };
    return [{ code: 'factNeeded', severity: 'error' as const, args, at: { pointer: pointerOf(fact.id) } }];
  });
}

/** What makes the fact necessary: the other's value as sent, or the default that stands in; undefined where nothing does. */
function metBy({ by, values, unsaid }: NeededByCase, claim: unknown): string | undefined {
  const sent = sentAt(claim, by.id);
  if (sent !== undefined) return values.find((one) => one === sent)?.toString();
  return unsaid && by.default.kind === 'value' ? String(by.default.value) : undefined;
}

/** Whether there is nothing at a path, nor a name like it; in what stands where its group would be there is nothing. */
function isLeftOut(path: readonly string[], claim: unknown, complaints: readonly Complaint[]): boolean {
  let held = claim;
  for (const [depth, step] of path.entries()) {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return true;
    if (!Object.hasOwn(held, step)) return !complaints.some((one) => isLike(one, path.slice(0, depth), step));
    held = Reflect.get(held, step);
  }
  return false;
}

function isLike({ code, pointer }: Complaint, group: readonly string[], step: string): boolean {
  const steps = stepsOf(pointer);
  const given = steps.at(-1) ?? '';
  const beside = steps.length === group.length + 1 && group.every((one, depth) => steps[depth] === one);
  return code === 'unknownKey' && beside && nearest(given, [step]) !== null;
}
