import type { components } from '../../client/index.ts';
import { instantDay } from '../shell/instant-words.ts';
import { joinedStretches } from '../shell/joined-stretches.ts';
import { dayAway, type Stretch, sharedDays, stretchOf } from '../shell/stretches.ts';

type Publication = components['schemas']['RuleSetsAnswer']['items'][number];

/** What these pages look at of a version. */
export type Version = Pick<
  Publication,
  'version' | 'sequence' | 'effective' | 'standing' | 'inForce' | 'publishedAt' | 'events'
>;

/** The versions published after another that are in force on days of its period, the last published first. */
export function replacing(of: Version, all: readonly Version[]): readonly Version[] {
  const days = stretchOf(of.effective);
  return all
    .filter(
      ({ sequence, inForce }) =>
        sequence > of.sequence && inForce.some((one) => within([days], stretchOf(one)).length > 0),
    )
    .toSorted((one, other) => other.sequence - one.sequence);
}

/** The days on which a version would be in force if it stood: those of its period that no later one takes from it. */
export function daysLeft(of: Version, all: readonly Version[]): readonly Stretch[] {
  return replacing(of, all).reduce<readonly Stretch[]>(
    (left, { inForce }) => inForce.reduce<readonly Stretch[]>((rest, one) => without(rest, stretchOf(one)), left),
    [stretchOf(of.effective)],
  );
}

/**
 * The days on which a version was in force as they passed, and is not by the versions that stand now: what was published,
 * suspended or revoked since then changes what holds for a day, and not what was answered on it.
 */
export function onceInForce(of: Version, all: readonly Version[]): readonly Stretch[] {
  const moments = [...new Set(all.flatMap(({ publishedAt, events }) => [publishedAt, ...events.map(({ at }) => at)]))];
  const inTime = moments.toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const passed = inTime.flatMap((moment, index): readonly Stretch[] => {
    const next = inTime[index + 1];
    // What is known since the last moment is what the page tells as in force.
    if (next === undefined || !stoodAt(of, moment)) return [];
    const known = leaving(
      of,
      all.filter((one) => one.sequence > of.sequence && stoodAt(one, moment)),
    );
    // The day on which it changed belongs to what came.
    return within(known, { from: instantDay(moment), to: dayAway(instantDay(next), -1) });
  });
  return joinedStretches(of.inForce.reduce<readonly Stretch[]>((left, one) => without(left, stretchOf(one)), passed));
}

function leaving(of: Version, others: readonly Version[]): readonly Stretch[] {
  return others.reduce((left, { effective }) => without(left, stretchOf(effective)), [
    stretchOf(of.effective),
  ] as readonly Stretch[]);
}

function stoodAt({ publishedAt, events }: Version, moment: string): boolean {
  const known = Date.parse(moment);
  if (Date.parse(publishedAt) > known) return false;
  const last = events.findLast(({ at }) => Date.parse(at) <= known);
  return last === undefined || last.kind === 'resumed';
}

/** Stretches without the days of one. */
function without(stretches: readonly Stretch[], { from, to }: Stretch): readonly Stretch[] {
  return stretches.flatMap((one) => [
    ...within([one], { from: FIRST, to: dayAway(from, -1) }),
    ...(to === null ? [] : within([one], { from: dayAway(to, 1), to: null })),
  ]);
}

const FIRST = '0000-01-01';

function within(stretches: readonly Stretch[], days: Stretch): readonly Stretch[] {
  return stretches.flatMap((one) => sharedDays(one, days));
}
