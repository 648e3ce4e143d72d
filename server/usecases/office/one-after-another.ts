/** What was begun last, by what it is about and by name. */
const last = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Does what has to see what the one before it did, such as count what there is: one after another in the order they are asked
 * for, whatever becomes of them.
 * @param of what is worked on; others with the same name elsewhere do not wait
 */
export async function oneAfterAnother<Result>(of: object, name: string, work: () => Promise<Result>): Promise<Result> {
  const lanes = last.get(of) ?? new Map<string, Promise<unknown>>();
  last.set(of, lanes);
  const before = lanes.get(name) ?? Promise.resolve();
  const done = before.then(work);
  const ended = done.catch(() => undefined);
  lanes.set(name, ended);
  try {
    return await done;
  } finally {
    if (lanes.get(name) === ended) lanes.delete(name);
  }
}
