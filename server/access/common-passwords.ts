/**
 * What people choose who are asked for ten characters, without what is added to it: the beginnings of the lists that are
 * tried first. Not a dictionary: the back-off is what holds against guessing, this is what holds against the first guess.
 */
const COMMON: ReadonlySet<string> = new Set(
  `password passwd passw0rd p@ssword p@ssw0rd pa55word motdepasse administrator admin adminadmin root rootroot superuser
  welcome letmein iloveyou woaini woaini1314 wozuishuai changeme default temppass test testtest testing guest user
  qwerty qwertyuiop qwertyui qwer qazwsx qazwsxedc zxcvbnm zxcvbn asdfghjkl asdfgh asdf q1w2e3r4 q1w2e3r4t5 1q2w3e4r
  1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc abc abcd abcdef abcdefgh abcdefghij a1b2c3 a1b2c3d4 a1b2c3d4e5 aa aaa mima wodemima
  monkey dragon football baseball sunshine princess master shadow superman starwars liaocheng dixian government zhengfu
  yibao jiankang fupin tuopin china zhongguo beijing shandong shenzhen`.split(/\s+/),
);

/** Rows of keys and of the alphabet, along which fingers walk. */
const WALKS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertyuiop'];

/** So many different characters a password has at least; `abababababab` has two. */
const FEWEST_CHARACTERS = 4;

/**
 * Whether many people have this password, or nearly this one: a common word with digits and signs before or after it, a walk
 * along the keys, a few characters over and over, or the same piece again and again.
 */
export function isCommonPassword(password: string): boolean {
  const small = password.toLowerCase();
  if (new Set(small).size < FEWEST_CHARACTERS) return true;
  const piece = repeatedPiece(small);
  return [small, piece].some((text) => isCommon(text) || isWalk(text));
}

function isCommon(text: string): boolean {
  const word = text.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');
  return COMMON.has(text) || COMMON.has(word);
}

function isWalk(text: string): boolean {
  if (text.length < 4) return false;
  const backwards = [...text].reverse().join('');
  return WALKS.some((walk) => walk.includes(text) || walk.includes(backwards));
}

/** The piece that a text repeats; the text itself where it does not. */
function repeatedPiece(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}
