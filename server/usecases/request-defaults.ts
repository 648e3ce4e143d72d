/** What a request is given that it leaves out; only what the caller named. `explain` holds for all, whatever they say. */
export interface RequestDefaults {
  readonly jurisdiction?: string;
  readonly date?: string;
  readonly explain?: boolean;
}

/**
 * A request with what it leaves out; a bare claim (the object under `claim`) becomes a request under the id given here.
 * What is no object stays what it is: the check of requests says what is wrong with it.
 */
export function withDefaults(value: unknown, defaults: RequestDefaults, id: string): unknown {
  if (!isObject(value)) return value;
  const { explain, ...given } = defaults;
  const asked = explain === undefined ? {} : { explain };
  if (isBareClaim(value)) return { id, ...given, ...asked, claim: value };
  // Most requests of a batch are whole as they are, and copying them is not for nothing.
  const whole = given.jurisdiction === undefined && given.date === undefined && explain === undefined;
  return whole ? value : { ...given, ...value, ...asked };
}

/** Whether an object is a claim without the request around it. */
export function isBareClaim(value: unknown): boolean {
  return isObject(value) && !Object.hasOwn(value, 'claim') && Object.hasOwn(value, 'type');
}

/** A request's own id, where there is one. */
export function idOf(request: unknown): string | null {
  const { id } = (request ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
