import type { Finding } from '../domain/finding.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Characters that a password has at least. */
const SHORTEST_PASSWORD = 10;

/** Characters that a password has at most; far more than anybody types, and little enough to be hashed. */
const LONGEST_PASSWORD = 128;

/** Names and numbers shorter than this stand in many words by chance; two Chinese characters do not. */
const TELLING = 4;
const TELLING_HAN = 2;

/**
 * A password in the one form that is hashed: what looks the same typed on two keyboards is the same (Unicode NFKC, as RFC
 * 8265 has it for passwords).
 */
export function preparedPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Why a password may not be chosen: `passwordTooShort`, `passwordTooLong`, `passwordTellsWho`, `passwordCommon`; null: it
 * may. No finding repeats it.
 * @param whose the person who chooses it: neither number nor name may stand in it
 */
export function passwordFault(
  password: string,
  whose: { readonly staffNumber: string; readonly name: string },
): Pick<Finding, 'code' | 'args'> | null {
  const prepared = preparedPassword(password);
  const length = [...prepared].length;
  if (length < SHORTEST_PASSWORD) return { code: 'passwordTooShort', args: { length, least: SHORTEST_PASSWORD } };
  if (length > LONGEST_PASSWORD) return { code: 'passwordTooLong', args: { length, most: LONGEST_PASSWORD } };
  const plain = plainForm(prepared);
  const telling = [whose.staffNumber, whose.name].map(plainForm).filter(isTelling);
  if (telling.some((text) => plain.includes(text))) return { code: 'passwordTellsWho', args: {} };
  return isCommonPassword(prepared) ? { code: 'passwordCommon', args: {} } : null;
}

function isTelling(text: string): boolean {
  return text.length >= (/\p{Script=Han}/u.test(text) ? TELLING_HAN : TELLING);
}

/** Letters and digits alone, small. */
function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
