import { refuse } from '../../domain/refusal.ts';

/** The most that wait for one another; whoever comes then is told to come again. */
const MOST_WAITING = 128;

interface Lane {
  last: Promise<unknown>;
  waiting: number;
}

/** What is under way, by what it is about and by name. */
const lanesOf = new WeakMap<object, Map<string, Lane>>();

/**
 * Does what has to see what the one before it did, such as count what there is: one after another in the order they are asked
 * for, whatever becomes of them.
 * @param of what is worked on; others with the same name elsewhere do not wait
 * @throws Refusal `storeBusy` where too many wait
 */
export async function oneAfterAnother<Result>(of: object, name: string, work: () => Promise<Result>): Promise<Result> {
  const lanes = lanesOf.get(of) ?? new Map<string, Lane>();
  lanesOf.set(of, lanes);
  const lane = lanes.get(name) ?? { last: Promise.resolve(), waiting: 0 };
  if (lane.waiting >= MOST_WAITING) refuse('storeBusy', { seconds: 1 });
  lanes.set(name, lane);
  lane.waiting += 1;
  const done = lane.last.then(work);
  lane.last = done.catch(() => undefined);
  try {
    return await done;
  } finally {
    lane.waiting -= 1;
    if (lane.waiting === 0) lanes.delete(name);
  }
}
