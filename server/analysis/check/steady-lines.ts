import { formOf } from '../../engine/forms/index.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import type { LaidLine } from '../proof/laid-plan.ts';
import { type Figured, keptOf, leftBefore, readingOf } from '../proof/line-dominates.ts';
import { riseOf } from './rise.ts';

/**
 * How many payments of a chain, from the first on, keep what a larger bill leaves in order by what their forms and bounds say
 * alone: of no pot less, and of no pot more than it was opened larger by. Both plans of the pair are one plan; the bill of
 * the second is a fen larger.
 * @returns -1 where the fen is not even divided so among the pots
 */
export function steadyLines(pair: ClaimPair, figured: Figured, raised: ReadonlySet<string>): number {
  const risen = openedHigher(pair);
  if (risen === null) return -1;
  const open = pair.from.lines.findIndex((line, at) => {
    const larger = pair.to.lines[at];
    return larger === undefined || !isSteady(pair, line, larger, figured, risen, raised);
  });
  return open < 0 ? pair.from.lines.length : open;
}

/** The pots that are opened higher, whether by the whole fen; null where that could be more than the fen in all. */
function openedHigher({ tree, from, to }: ClaimPair): ReadonlyMap<string, 'fen' | 'part'> | null {
  const risen = new Map<string, 'fen' | 'part'>();
  for (const [pot, place] of from.opened) {
    const larger = to.opened.get(pot);
    const rise = larger === undefined ? null : riseOf(tree, place, larger);
    if (rise === null || rise.low < 0n || rise.high > 1n) return null;
    if (rise.high > 0n) risen.set(pot, rise.low === 1n ? 'fen' : 'part');
  }
  return risen.size > 1 ? null : risen;
}

function isSteady(
  pair: ClaimPair,
  line: LaidLine,
  larger: LaidLine,
  figured: Figured,
  risen: ReadonlyMap<string, 'fen' | 'part'>,
  raised: ReadonlySet<string>,
): boolean {
  if (line.of.length === 0) return line.paid === larger.paid;
  const [pot] = line.of;
  if (line.of.length > 1 || pot === undefined) return false;
  if (line.line.term === 'settled') return line.owed === larger.owed;
  if (line.line.standsOnGrowth) return false;
  // A part that grows while its pot does not makes the rest smaller.
  if (raised.size > 1 && risen.get(pot) !== 'fen') {
    const read = pair.inputsOf([line.owed], new Map([[leftBefore(line, pot), pot]]));
    if ([...raised].some((path) => read.has(path))) return false;
  }
  const { type } = line.line.rule.event;
  return formOf(type).steady(readingOf(line, figured)) === true && boundsSteady(pair, line, larger);
}

/** Rooms that the bill does not change, and so much that must stay whatever the bill. */
function boundsSteady({ tree }: ClaimPair, line: LaidLine, larger: LaidLine): boolean {
  return line.bounds.every(({ limit, room }, at) => {
    const other = larger.bounds[at]?.room;
    if (limit === null || other === room) return true;
    if (limit.kind !== 'leave' || other === undefined) return false;
    const kept = keptOf(tree, line, room);
    return kept !== null && kept === keptOf(tree, larger, other);
  });
}
