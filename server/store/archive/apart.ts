import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { refuse } from '../../domain/refusal.ts';

/**
 * Holds what is read and what is to be filled apart: a copy within a data folder is taken for left over, and vanishes with it.
 * By where they really are, whatever links lead there.
 * @throws Refusal `archiveNested` where the one is within the other
 */
export function heldApart(from: string, to: string): void {
  if (isWithin(to, from)) refuse('archiveNested', { inner: to, outer: from });
  if (isWithin(from, to)) refuse('archiveNested', { inner: from, outer: to });
}

function isWithin(inner: string, outer: string): boolean {
  const [head = ''] = relative(realPath(outer), realPath(inner)).split(sep);
  // Elsewhere on Windows it is absolute: another drive.
  return head !== '' && head !== '..' && !/^[a-z]:$/i.test(head);
}

/** Where a path really leads; what is not there yet by where the nearest folder above it is. */
function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const above = dirname(whole);
    return above === whole ? whole : join(realPath(above), basename(whole));
  }
}
