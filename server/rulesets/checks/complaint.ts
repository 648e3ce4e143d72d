import type { Finding } from '../../domain/finding.ts';

/** One thing that a check found, by pointer; `validate.ts` finds its place in the text. */
export interface Complaint {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly args: Finding['args'];
  readonly pointer: string;
  /** Whether the key is meant, or what stands under it. */
  readonly of: 'key' | 'value';
  /** True where a text that has been published is not held to it. */
  readonly newOnly?: true;
}

/** An error at a value. */
export function wrong(code: string, pointer: string, args: Finding['args'] = {}): Complaint {
  return { code, severity: 'error', args, pointer, of: 'value' };
}

/**
 * An error at a value of a text that is yet to be published. Texts were published before it was looked for, and a published
 * version settles as it always did.
 */
export function wrongInNew(code: string, pointer: string, args: Finding['args'] = {}): Complaint {
  return { ...wrong(code, pointer, args), newOnly: true };
}

/** An error at a key. */
export function wrongKey(code: string, pointer: string, args: Finding['args'] = {}): Complaint {
  return { code, severity: 'error', args, pointer, of: 'key' };
}

/** Something worth a second look, at a value. */
export function doubtful(code: string, pointer: string, args: Finding['args'] = {}): Complaint {
  return { code, severity: 'warning', args, pointer, of: 'value' };
}

/** Something worth a second look, at a key. */
export function doubtfulKey(code: string, pointer: string, args: Finding['args'] = {}): Complaint {
  return { code, severity: 'warning', args, pointer, of: 'key' };
}

/** What the first check that finds anything finds: a value that is wrong in one way is not looked at for the next. */
export function* firstFound(...checks: readonly (() => Iterable<Complaint>)[]): Generator<Complaint> {
  for (const check of checks) {
    const found = [...check()];
    yield* found;
    if (found.length > 0) return;
  }
}
