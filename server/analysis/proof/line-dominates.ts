import { evenFact } from '../../engine/even-fact.ts';
import type { Facts } from '../../engine/facts.ts';
import { Figures } from '../../engine/figures.ts';
import { formFigures } from '../../engine/form-context.ts';
import type { FormReading } from '../../engine/forms/form.ts';
import { formOf } from '../../engine/forms/index.ts';
import type { Place, SharedTree } from '../../engine/tree/shared-tree.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Both } from '../edges/both.ts';
import type { ClaimPair } from './claim-pair.ts';
import type { LaidLine } from './laid-plan.ts';
import { isHeldBack } from './nested-pots.ts';

/** Whose figures a line's form reads. */
export interface Figured {
  readonly ruleSet: EffectiveRuleSet;
  readonly facts: Facts;
}

/**
 * Whether the newer line leaves no more of its pots, or, where it draws from none, pays no less, by what its form and the
 * order of its bounds say alone. What was left before must be in order. False: it cannot tell.
 * @param drained whether, where there are several pots, the newer rule set leaves what the older one does, drained further in order
 */
export function lineDominates(
  pair: ClaimPair,
  older: LaidLine,
  newer: LaidLine,
  figured: Both<Figured>,
  drained: boolean,
): boolean {
  if (older.of.join() !== newer.of.join()) return false;
  if (older.of.length > 1 && (!drained || isHeldBack(older) || isHeldBack(newer))) return false;
  if (older.of.some((pot) => !pair.order.atMost(leftBefore(newer, pot), leftBefore(older, pot)))) return false;
  return owedDominates(pair, older, newer, figured) && boundsDominate(pair, older, newer);
}

/** What is left of a pot before a line. */
export function leftBefore({ before }: LaidLine, pot: string): Place {
  const place = before.get(pot);
  if (place === undefined) throw new Error(`a line draws from ${pot}, which the bill does not have`);
  return place;
}

/** Payments that are given with the claim are the same on both sides; others go by their form. */
function owedDominates(pair: ClaimPair, older: LaidLine, newer: LaidLine, figured: Both<Figured>): boolean {
  if (older.line.term === 'settled' || newer.line.term === 'settled') return older.owed === newer.owed;
  if (older.line.standsOnGrowth || newer.line.standsOnGrowth) return false;
  const [before, after] = [older.line.rule.event, newer.line.rule.event];
  if (before.type !== after.type || !readsAlike(pair, older, newer)) return false;
  return formOf(before.type).dominates(readingOf(older, figured.from), readingOf(newer, figured.to)) === true;
}

/** What a line's form reads: its params, and the figures that they come to. */
export function readingOf({ line }: LaidLine, { ruleSet, facts }: Figured): FormReading<never> {
  const fact = (id: string) => (id === 'terms' ? line.term : facts.get(id));
  const declared = ruleSet.claims.get(String(facts.get('claim.type')))?.facts ?? new Map();
  const figures = formFigures(new Figures(ruleSet, fact), facts, (figure) => evenFact(figure, declared));
  return { params: line.rule.event.params as never, figures };
}

/** Whether both read the same cost, counters and facts beside what is left. */
function readsAlike(pair: ClaimPair, older: LaidLine, newer: LaidLine): boolean {
  if (older.of.some((pot) => pair.from.opened.get(pot) !== pair.to.opened.get(pot))) return false;
  const read = (line: LaidLine) => {
    const cut = new Map([...line.before.values()].map((place) => [place, 'left']));
    return [...pair.inputsOf([line.owed], cut)].sort().join();
  };
  return read(older) === read(newer);
}

/** Every bound of the newer line is met by one of the older that leaves no less. */
function boundsDominate({ order, tree }: ClaimPair, older: LaidLine, newer: LaidLine): boolean {
  return newer.bounds.every((bound) => {
    if (bound.limit === null) return true;
    return older.bounds.some((other) => {
      if (bound.limit?.kind !== other.limit?.kind || other.limit === null) return false;
      if (bound.limit?.kind !== 'leave') return order.atMost(other.room, bound.room);
      const [after, before] = [keptOf(tree, newer, bound.room), keptOf(tree, older, other.room)];
      return after !== null && before !== null && order.atMost(after, before);
    });
  });
}

/** What must stay of the single pot that a line draws from: its room is max(0, left − kept). Null for any other room. */
export function keptOf(tree: SharedTree, line: LaidLine, room: Place): Place | null {
  const [pot] = line.of;
  const node = tree.at(room);
  const parts = node.op === 'max' ? [node.left, node.right].map((part) => tree.at(part)) : [];
  for (const part of parts)
    if (part.op === 'subtract' && pot !== undefined && part.left === leftBefore(line, pot)) return part.right;
  return null;
}
