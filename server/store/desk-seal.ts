import { sha256 } from '../domain/sha256.ts';

const encoder = new TextEncoder();

/** Every checksum is as long as another. */
const NO_CHECKSUM = `sha256:${'0'.repeat(64)}`;
const BEFORE = `{"checksum":"${NO_CHECKSUM}","state":`;

/** Bytes that a seal takes before what it is put on. */
export const BEFORE_BYTES = BEFORE.length;

/** What stands after it. */
export const AFTER: Uint8Array = encoder.encode('}\n');

/**
 * Seals the desk's file: reckons the checksum of the state in it, and writes it before that, so that a flipped bit is found when
 * the file is read. Done by whoever writes the file, for it takes as long as all else that an act takes of the thread that does it.
 * @param whole the file, with {@link BEFORE_BYTES} left free before the state and {@link AFTER} after it
 */
export function seal(whole: Uint8Array): void {
  const checksum = sha256(whole.subarray(BEFORE_BYTES, -AFTER.length));
  whole.set(encoder.encode(BEFORE.replace(NO_CHECKSUM, checksum)));
}

/** The state in a sealed file, as it is written there; null where the checksum is not its own. */
export function unsealed(text: string): string | null {
  const match = /^\{"checksum":"(sha256:[0-9a-f]{64})","state":(.*)\}\n$/s.exec(text);
  const [, checksum, said] = match ?? [];
  return said !== undefined && sha256(said) === checksum ? said : null;
}
