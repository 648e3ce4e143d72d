import { Unreadable } from './tree.ts';

/**
 * Characters that a reader cannot see or that turn the text round: control characters but tab and line breaks, the byte
 * order mark, line separators, direction marks and overrides, and halves of surrogate pairs.
 */
const refused =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;

/** The offset of the first character that is not accepted, or -1. */
export function refusedCharacter(text: string): number {
  return text.search(refused);
}

/** @throws Unreadable `characterRefused` where the text holds a character that is not accepted */
export function refuseCharacters(text: string, from = 0, to = from): void {
  const found = refusedCharacter(text);
  if (found < 0) return;
  const character = text.codePointAt(found) ?? 0;
  const span = to > from ? { start: from, end: to } : { start: found, end: found + 1 };
  const name = `U+${character.toString(16).toUpperCase().padStart(4, '0')}`;
  throw new Unreadable('characterRefused', { character: name }, span);
}
