import { Refusal } from '../domain/refusal.ts';
import { isForbidden, isFull, type WriteFailure } from './durable-write.ts';

/**
 * A failed write as callers are told of it.
 * @param nameOf a path as they are to know it
 */
export function writeRefusal(failure: WriteFailure, nameOf: (path: string) => string): Refusal {
  const { reason, path } = failure;
  if (path !== null && isForbidden(failure)) return one('storeForbidden', { file: nameOf(path), reason });
  return one(isFull(failure) ? 'storageFull' : 'storeFailed', { reason });
}

function one(code: string, args: Readonly<Record<string, string>>): Refusal {
  return new Refusal([{ code, severity: 'error', args }]);
}
