import { hash } from 'node:crypto';

/** `sha256:` and 64 hex digits over the UTF-8 bytes of a text, or over bytes. The one place that knows node:crypto. */
export function sha256(content: string | Uint8Array): string {
  return `sha256:${hash('sha256', content, 'hex')}`;
}
