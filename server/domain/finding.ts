/** An argument of a finding: rendered as it stands; a label is rendered in the reader's language. */
export type FindingArgument = string | number | boolean | null | { readonly zh: string; readonly en: string };

/** Where a finding was made. Lines and columns count from 1; `pointer` is an RFC 6901 JSON pointer. */
export interface Place {
  readonly file?: string;
  /** The environment variable or option that it came by, where it did not come in a file. */
  readonly variable?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly pointer?: string;
  /** A parameter of an address, by its name. */
  readonly parameter?: string;
}

/**
 * Something found wrong, or worth saying, as data: a code of the catalogue and named arguments.
 * Words are made last, by `messages/`, and only HTTP, CLI and pages make them.
 */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly args: Readonly<Record<string, FindingArgument>>;
  readonly at?: Place;
}
