/** Whether a search may go on, at once or after others had their turn. */
export type GoOn = () => boolean | Promise<boolean>;

/** Asks no more once it was told to stop. */
export function untilStopped(goOn: GoOn): GoOn {
  let stopped = false;
  return async () => {
    stopped ||= !(await goOn());
    return !stopped;
  };
}
