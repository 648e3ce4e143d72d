/** Something made when it is first asked for and kept until it is forgotten; a failure is not kept. */
export class Kept<Value> {
  readonly #make: () => Promise<Value>;
  #made: Promise<Value> | null = null;

  constructor(make: () => Promise<Value>) {
    this.#make = make;
  }

  /** The thing itself, made where there is none. */
  get(): Promise<Value> {
    if (this.#made !== null) return this.#made;
    const made = this.#make();
    this.#made = made;
    made.catch(() => {
      if (this.#made === made) this.#made = null;
    });
    return made;
  }

  forget(): void {
    this.#made = null;
  }
}
