import { type Label, type Language, labelOf } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { edits } from './edits.ts';

/** Words of the catalogue in both languages, for use as an argument of other words. */
export function inBoth(code: string, args: Parameters<typeof say>[1] = {}): Label {
  return { zh: say(code, args, 'zh').message, en: say(code, args, 'en').message };
}

/** A standard, or what else has both, by its id and label; one that has no label, and so is called by its id, is named once. */
export function standardNamed(standard: string, label: Label): Label {
  const { zh, en } = inBoth('standardNamed', { standard, label });
  // Chinese goes on without a gap after a bracket, and with one after Latin letters.
  return { zh: label.zh === standard ? `${standard} ` : zh, en: label.en === standard ? standard : en };
}

/** How many names a complaint lists; who has more declared will look them up. */
const LISTED = 12;

/** Names in a row as each language writes them, shortened where there are many; where there is none, that. */
export function listed(names: Iterable<string>): Label {
  const all = [...names];
  if (all.length === 0) return inBoth('listedNone');
  const shown = all.slice(0, LISTED);
  const more = all.length > shown.length ? '…' : '';
  return { zh: shown.join('、') + more, en: shown.join(', ') + more };
}

/** Words of both languages in a row, shortened as names are. */
export function listedWords(words: readonly Label[]): Label {
  const each = (language: Language) => listed(words.map((word) => word[language].trim()))[language];
  return { zh: each('zh'), en: each('en') };
}

/** Alternatives in words: "a、b 或 c". */
export function alternatives(words: readonly Label[]): Label {
  const last = words.at(-1);
  if (last === undefined) return { zh: '', en: '' };
  if (words.length === 1) return last;
  const first = words.slice(0, -1);
  const zh = first.map((word) => word.zh).join('、');
  const en = first.map((word) => word.en).join(', ');
  return inBoth('wordsOr', { first: { zh, en }, last });
}

/** Longest given text that is looked up, so that hostile input costs nothing. */
const LOOKED_UP = 80;

/** Most names compared with; more would take longer than the help is worth. */
const COMPARED = 5_000;

/** The known name nearest to a given one, where it is near enough to be what was meant. */
export function nearest(given: string, known: Iterable<string>): string | null {
  if (given.length > LOOKED_UP || given === '') return null;
  const lower = given.toLowerCase();
  let best: string | null = null;
  // Of one or two characters everything is near: there only the case may differ.
  let least = given.length < 3 ? 1 : Math.floor(given.length / 3) + 1;
  let compared = 0;
  for (const name of known) {
    compared += 1;
    if (compared > COMPARED) break;
    if (name === given) continue;
    const apart = name.toLowerCase() === lower ? 0 : edits(given, name, least);
    const near = apart < least ? apart : endsAlike(given, name) ? least - 0.5 : least;
    if (near < least) {
      least = near;
      best = name;
    }
  }
  return best;
}

/** `annualCap` for `supplementaryMedical.annualCap`: the part was left out, or another one written. */
function endsAlike(given: string, name: string): boolean {
  const last = (id: string) => id.slice(id.lastIndexOf('.') + 1);
  return (given.includes('.') || name.includes('.')) && last(given) === last(name) && last(given).length > 3;
}

/** "Did you mean …?" in both languages, or nothing where no known name is near. */
export function didYouMean(given: string, known: Iterable<string>): Label {
  const name = nearest(given, known);
  return name === null ? { zh: '', en: '' } : inBoth('didYouMean', { name });
}

/** How to write an item that is there as another type, in both languages. */
export function writtenAs(item: string | number): Label {
  return inBoth(typeof item === 'number' ? 'itemAsNumber' : 'itemAsText', { item: String(item) });
}

/** As much of a text as says which is meant: its first UTF-16 units, with a mark where there are more; no half of a character. */
export function inShort(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** A value as a complaint repeats it: short, and a collection by what it is. */
export function givenWords(value: unknown): Label {
  if (value === null || value === undefined) return inBoth('givenNothing');
  if (Array.isArray(value)) return inBoth('givenList', { count: value.length });
  if (typeof value === 'object') return inBoth('givenMap', { count: Object.keys(value).length });
  const text = String(value);
  const short = inShort(text);
  return labelOf(typeof value === 'string' ? `“${short}”` : short, '');
}
