import { writeFileSync } from 'node:fs';
import { refuse } from '../domain/refusal.ts';
import type { Terminal } from './workplace.ts';

/**
 * Writes a finished result to a file, or else to standard output, and waits until it is out. Nothing has been written where
 * the result could not be made.
 * @throws Refusal `cliBinaryToTerminal`, `cliCannotWrite`
 */
export async function deliver(
  { output }: Terminal,
  result: string | Uint8Array,
  file: string | undefined,
): Promise<void> {
  if (file !== undefined) return write(file, result);
  if (typeof result !== 'string' && output.isTTY === true) refuse('cliBinaryToTerminal');
  await new Promise<void>((resolve) => {
    if (output.write(result)) resolve();
    else output.once('drain', resolve);
  });
}

function write(file: string, result: string | Uint8Array): void {
  try {
    writeFileSync(file, result);
  } catch (error) {
    refuse('cliCannotWrite', { file, reason: String((error as NodeJS.ErrnoException).code) });
  }
}
