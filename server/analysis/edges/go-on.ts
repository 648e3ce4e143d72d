/** Whether a search may go on, at once or after others had their turn. */
export type GoOn = () => boolean | Promise<boolean>;

/** A search that asks no more once it was told to stop. */
export interface Stoppable {
  readonly goOn: GoOn;
  readonly isStopped: () => boolean;
}

/** Whether a search may go on, and whether it was told to stop when it asked last. */
export function untilStopped(goOn: GoOn): Stoppable {
  let stopped = false;
  return {
    goOn: async () => {
      stopped ||= !(await goOn());
      return !stopped;
    },
    isStopped: () => stopped,
  };
}
