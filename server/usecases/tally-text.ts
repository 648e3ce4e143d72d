import type { Plan } from '../engine/plan.ts';
import type { Settlement } from '../engine/settlement.ts';
import { boundsOf, layOut, type Place, REASONS, type Tally } from '../engine/tally.ts';

/** A number that stands for its place in a text: thirteen digits, the last four of them the place. */
const MARK = 8_123_450_000_000;
const MOST_PLACES = 10_000;

/** A marked amount or unit, a marked name, a marked reason: with what JSON writes around them. */
const MARKS = /812345000(\d\d)(\.?)(\d\d)|(?:"reason":)?"\?(\d+)\?",?/g;

/** What can be chosen, as text: of a reason `"reason":"…",` or nothing, of a bound its name or `null`. */
type Choices = readonly Uint8Array[];

/** A place in a text. */
interface Hole {
  /** The constant bytes that stand before it. */
  readonly before: Uint8Array;
  readonly place: number;
  /** Whether the number is an amount in fen, to be written in CNY with two decimals. */
  readonly decimals: boolean;
  /** What the number chooses from; null where it is itself written. */
  readonly choices: Choices | null;
}

const encoder = new TextEncoder();

/** Texts by what they are made from: the plans of hundreds of profiles have few, and these stay in the processor's caches. */
const shared = new Map<string, TallyText>();
const MOST_SHARED = 4096;

/**
 * The text that settlements of one plan have, as bytes with holes for the numbers of a tally. It is made from what a writer of
 * settlements writes of one with marks in the places, so that the writer alone says what the text is; it then costs a copy
 * of the constant parts and the digits.
 */
export class TallyText {
  /** No text is longer, however large its numbers are. */
  readonly longest: number;
  readonly #holes: readonly Hole[];
  readonly #end: Uint8Array;

  private constructor(holes: readonly Hole[], end: Uint8Array) {
    this.#holes = holes;
    this.#end = end;
    const widest = (choices: Choices | null) => Math.max(DIGITS, ...(choices ?? []).map(({ length }) => length));
    this.longest = holes.reduce((sum, { before, choices }) => sum + before.length + widest(choices), end.length);
  }

  /** The text of a plan by a writer; null where the marks cannot be told from what the rules themselves say. */
  static of(plan: Plan, write: (settlement: Settlement) => string): TallyText | null {
    const places: Place[] = [];
    const mark = (place: Place) => places.push(place) - 1;
    const marked = layOut(plan, { number: (place) => MARK + mark(place), text: (place) => `?${mark(place)}?` });
    if (places.length > MOST_PLACES) return null;
    const text = write(marked);
    const known = shared.get(keyOf(text, places));
    if (known !== undefined) return known;
    const made = TallyText.#made(text, places);
    if (made === null) return null;
    if (shared.size >= MOST_SHARED) shared.clear();
    shared.set(keyOf(text, places), made);
    return made;
  }

  static #made(text: string, places: readonly Place[]): TallyText | null {
    const holes: Hole[] = [];
    let end = 0;
    for (const found of text.matchAll(MARKS)) {
      const [all, yuan, point, cents, choice] = found;
      const place = Number(choice ?? `${yuan}${cents}`);
      const what = places[place];
      if (what === undefined || holes.some((one) => one.place === place)) return null;
      const before = bytes(text.slice(end, found.index));
      const choices = choice === undefined ? null : choicesOf(what, all.endsWith(','));
      holes.push({ before, place, decimals: point === '.', choices });
      end = found.index + all.length;
    }
    return new TallyText(holes, bytes(text.slice(end)));
  }

  /**
   * Writes the text of a tally.
   * @param target has room for {@link longest} bytes from `start` on
   * @returns where it ends
   */
  write(target: Uint8Array, start: number, tally: Tally): number {
    let at = start;
    for (const { before, place, decimals, choices } of this.#holes) {
      at = copy(before, target, at);
      const value = tally[place] as number;
      if (choices !== null) at = copy(choices[value] as Uint8Array, target, at);
      else at = decimals ? writeCny(value, target, at) : writeWhole(value, target, at);
    }
    return copy(this.#end, target, at);
  }
}

/** Two plans of one text may still choose among other bounds. */
function keyOf(text: string, places: readonly Place[]): string {
  const bounds = places.flatMap((place) => (place.kind === 'boundBy' ? [boundsOf(place.line).join()] : []));
  return `${text} ${bounds.join(';')}`;
}

function choicesOf(place: Place, comma: boolean): Choices {
  const after = comma ? ',' : '';
  if (place.kind === 'reason') {
    return REASONS.map((reason) => bytes(reason === null ? '' : `"reason":"${reason}"${after}`));
  }
  const names = place.kind === 'boundBy' ? boundsOf(place.line) : [];
  return names.map((name) => bytes(JSON.stringify(name) + after));
}

/** Pieces of texts by what they say: those of different plans are mostly the same. */
const pieces = new Map<string, Uint8Array>();
const MOST_PIECES = 16_384;

function bytes(text: string): Uint8Array {
  let piece = pieces.get(text);
  if (piece === undefined) {
    piece = encoder.encode(text);
    if (pieces.size < MOST_PIECES) pieces.set(text, piece);
  }
  return piece;
}

/** Below so many bytes a loop is quicker than a call. */
const FEW = 16;

function copy(source: Uint8Array, target: Uint8Array, start: number): number {
  const { length } = source;
  if (length >= FEW) {
    target.set(source, start);
    return start + length;
  }
  for (let at = 0; at < length; at += 1) target[start + at] = source[at] as number;
  return start + length;
}

const [ZERO, POINT, MINUS] = [48, 46, 45];

/** No number has more digits, with its sign and point. */
const DIGITS = 24;

/** Fen as CNY with two decimals. */
function writeCny(fen: number, target: Uint8Array, start: number): number {
  if (fen < 0) {
    target[start] = MINUS;
    return writeCny(-fen, target, start + 1);
  }
  const cents = fen % 100;
  const at = writeWhole((fen - cents) / 100, target, start);
  target[at] = POINT;
  target[at + 1] = ZERO + ((cents / 10) | 0);
  target[at + 2] = ZERO + (cents % 10);
  return at + 3;
}

/** Up to so much, arithmetic is on small integers. */
const SMALL = 1_000_000_000;

function writeWhole(value: number, target: Uint8Array, start: number): number {
  if (!(value >= 0 && value < SMALL)) return writeText(String(value), target, start);
  let length = 1;
  for (let power = 10; power <= value; power *= 10) length += 1;
  let rest = value | 0;
  for (let at = start + length - 1; at >= start; at -= 1) {
    const tenth = (rest / 10) | 0;
    target[at] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return start + length;
}

function writeText(text: string, target: Uint8Array, start: number): number {
  for (let at = 0; at < text.length; at += 1) target[start + at] = text.charCodeAt(at);
  return start + text.length;
}
