/** One step of what is written for an act; each outlasts a power cut before the next is begun. */
export type WriteStep =
  /** A folder; one that is there is fine. */
  | { readonly kind: 'folder'; readonly path: string }
  /** A file, whole or not at all, in the place of one that is there. */
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  /** The same of the desk, whose checksum is reckoned on the way. */
  | { readonly kind: 'desk'; readonly path: string; readonly bytes: Uint8Array }
  /** Bytes after the end of a file, which is made where there is none. */
  | { readonly kind: 'append'; readonly path: string; readonly bytes: Uint8Array }
  /** A file that is only added to is cut back to so many bytes; made where there is none. */
  | { readonly kind: 'cut'; readonly path: string; readonly length: number }
  /** A file that nobody needs any more: what cannot be removed is found by the next start, and fails nothing. */
  | { readonly kind: 'remove'; readonly path: string };

/** Does the steps of acts. One asks it for an act after another, never for two at once. */
export interface StepWriter {
  /**
   * Does steps in their order, up to the first that fails. Their bytes are given away.
   * @throws WriteFailure which tells how many were done before
   */
  write(steps: readonly WriteStep[]): Promise<void>;
  close(): Promise<void>;
}
