/** The sign that something has been left out of what a page shows. */
const LEFT_OUT = '…';

/**
 * Where a value first differs from what a page shows of it, as a JSON pointer; null where it does not. `…` stands for what
 * the page leaves out: inside a text for any text, as the last item of a list for further items, as a key of an object for
 * further keys. Everything else is the same.
 */
export function difference(shown: unknown, value: unknown, pointer = ''): string | null {
  const here = pointer === '' ? '/' : pointer;
  if (shown === LEFT_OUT) return typeof value === 'string' ? null : here;
  if (typeof shown === 'string') return typeof value === 'string' && textPattern(shown).test(value) ? null : here;
  if (Array.isArray(shown)) return Array.isArray(value) ? inList(shown, value, pointer) : here;
  if (typeof shown !== 'object' || shown === null) return shown === value ? null : here;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? inObject(shown, value, pointer) : here;
}

function inList(shown: readonly unknown[], value: readonly unknown[], pointer: string): string | null {
  const open = shown.at(-1) === LEFT_OUT;
  const items = open ? shown.slice(0, -1) : shown;
  if (open ? value.length < items.length : value.length !== items.length) return `${pointer}/length`;
  return first(items.map((item, index) => difference(item, value[index], `${pointer}/${index}`)));
}

function inObject(shown: object, value: object, pointer: string): string | null {
  const open = Object.hasOwn(shown, LEFT_OUT);
  const keys = Object.keys(shown).filter((key) => key !== LEFT_OUT);
  const more = Object.keys(value).find((key) => !keys.includes(key));
  if (!open && more !== undefined) return `${pointer}/${more}`;
  return first(keys.map((key) => difference(Reflect.get(shown, key), Reflect.get(value, key), `${pointer}/${key}`)));
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((one) => one !== null) ?? null;
}

/** A text with `…` inside a line for any words, and on a line of its own for any lines. */
export function textPattern(shown: string): RegExp {
  const lines = shown.split('\n').map((line) => (line.trim() === LEFT_OUT ? null : line));
  const pattern = lines
    .map((line) => (line === null ? '(?:.*\\n)*?' : `${line.split(LEFT_OUT).map(escaped).join('.*')}\\n`))
    .join('');
  return new RegExp(`^${pattern.replace(/\\n$/, '\\n?')}$`, 'u');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
