/**
 * The end of the present turn of the event loop. What all requests of a turn were answered with is sent then, one after another:
 * a caller that waits is woken once and finds the next answer ready, and settling is not interrupted by writing. Both take less
 * time than to settle and write by turns; alone, a request waits for nothing.
 */
export class TurnEnd {
  #end: Promise<void> | null = null;

  /** Resolves when everything that lay ready has been looked at. */
  comes(): Promise<void> {
    this.#end ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#end = null;
        resolve();
      });
    });
    return this.#end;
  }
}
