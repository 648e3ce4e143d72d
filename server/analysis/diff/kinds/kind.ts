import type { ChangeClass } from '../change.ts';
import type { Compared } from '../compared.ts';
import type { Difference, Subject } from '../difference.ts';

/**
 * One kind of change. Its id is the name of its file, of its sentence among the messages and of its example. Every
 * difference is of exactly one kind.
 */
export interface ChangeKind<Id extends string = string> {
  readonly id: Id;
  /** The kind of the same change looked at from the other side; itself where it has no direction. */
  readonly mirror: string;
  readonly recognises: (difference: Difference, sides: Compared) => boolean;
  readonly classOf: (difference: Difference, sides: Compared) => ChangeClass;
}

/** A kind that is told by its subject and part alone. */
export function isPart(subject: Subject, part: string): (difference: Difference) => boolean {
  return (difference) => difference.subject === subject && difference.part === part;
}

/** A thing that only the later side has. */
export function isAdded(subject: Subject): (difference: Difference) => boolean {
  return (one) => one.subject === subject && one.part === 'presence' && one.before === null;
}

/** A thing that only the earlier side has. */
export function isRemoved(subject: Subject): (difference: Difference) => boolean {
  return (one) => one.subject === subject && one.part === 'presence' && one.after === null;
}

/** A thing that is called otherwise. */
export function isRenamed(subject: Subject): (difference: Difference) => boolean {
  return isPart(subject, 'name');
}

/** No settlement hangs on it. */
export const neutral = (): ChangeClass => 'neutral';

/** Only a proof can tell. */
export const undetermined = (): ChangeClass => 'undetermined';
