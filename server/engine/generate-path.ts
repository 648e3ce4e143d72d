/** Writes code that reads paths of a claim, each object on the way held once under a name of its own. */
export class PathReader {
  /** Declarations of the objects on the way, to stand before the code that reads. */
  readonly declarations: string[] = [];
  readonly #held = new Map<string, string>();

  /** Code that reads a path, undefined where a part of it is absent. */
  read(steps: readonly string[]): string {
    const last = steps.at(-1) ?? '';
    const key = JSON.stringify(last);
    const of = steps.length === 1 ? 'claim' : this.#hold(steps.slice(0, -1));
    // What every object has is nothing that the claim says.
    if (last in Object.prototype) return `(${of} != null && Object.hasOwn(${of}, ${key}) ? ${of}[${key}] : undefined)`;
    return steps.length === 1 ? `claim[${key}]` : `${of}?.[${key}]`;
  }

  #hold(steps: readonly string[]): string {
    const path = steps.join('.');
    let name = this.#held.get(path);
    if (name === undefined) {
      const code = this.read(steps);
      name = `o${this.#held.size}`;
      this.#held.set(path, name);
      this.declarations.push(`const ${name} = ${code};`);
    }
    return name;
  }
}
