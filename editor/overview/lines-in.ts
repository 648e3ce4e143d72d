/** How the letters of a text are set. */
export interface Setting {
  /** In pixels. */
  readonly size: number;
  readonly bold?: true;
}

/** What is not parted at the end of a line: an ideograph with what may not begin one, a word with the spaces behind it. */
const UNITS = /[\u2e80-\u9fff\uff00-\uffef][，。；：、）」”％]*|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu;

const counted = new Map<string, number>();
const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/**
 * How many lines a text takes in a room of so many pixels, as a browser breaks it. Measured with the letters of the page, and
 * remembered: figures say the same again and again.
 */
export function linesIn(text: string, room: number, setting: Setting): number {
  const key = `${room} ${setting.size} ${setting.bold === true} ${text}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  const lines = broken(text, room, setting);
  counted.set(key, lines);
  return lines;
}

function broken(text: string, room: number, setting: Setting): number {
  let lines = 1;
  let taken = 0;
  for (const [unit] of text.matchAll(UNITS)) {
    const own = widthOf(unit.trimEnd(), setting);
    if (taken > 0 && taken + own > room) {
      lines += 1;
      taken = 0;
    }
    // A word that is longer than a line is broken anywhere.
    lines += Math.max(0, Math.ceil(own / room) - 1);
    taken += widthOf(unit, setting) % room;
  }
  return lines;
}

function widthOf(unit: string, { size, bold }: Setting): number {
  const font = `${bold === true ? 600 : 400} ${size}px`;
  const key = `${font} ${unit}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return unit.length * size;
  pen.font = `${font} ${family()}`;
  const { width } = pen.measureText(unit);
  widths.set(key, width);
  return width;
}

let letters: string | undefined;

function family(): string {
  letters ??= getComputedStyle(document.body).fontFamily;
  return letters;
}
