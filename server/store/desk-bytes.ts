import type { DeskRow, DeskState } from './desk-file.ts';

/** What each row is written as. Rows are never changed, only replaced, so that most of a desk is ready before it is written. */
const written = new WeakMap<DeskRow<unknown>, Uint8Array>();

const encoder = new TextEncoder();

/** What each table was written as; most acts leave most tables as they are. */
const tablesWritten = new WeakMap<Rows, Uint8Array>();

type Rows = ReadonlyMap<string, DeskRow<unknown>>;

/**
 * A desk's state as JSON in UTF-8, byte for byte as `JSON.stringify` has it; only rows that are new are put into words.
 * @param before bytes left free before it
 * @param after what follows it
 */
export function deskBytes(
  { format, commit, audit, closed, tables }: DeskState,
  before = 0,
  after: Uint8Array = new Uint8Array(),
): Uint8Array {
  const heading = encoder.encode(`${JSON.stringify({ format, commit, audit, closed }).slice(0, -1)},"tables":{`);
  const parts: Uint8Array[] = [new Uint8Array(before), heading];
  for (const [index, [name, rows]] of Object.entries(tables).entries())
    parts.push(encoder.encode(`${index === 0 ? '' : ','}${JSON.stringify(name)}:`), tableBytes(rows));
  parts.push(encoder.encode('}}'), after);
  return joined(parts);
}

const [OPENING, COMMA, CLOSING] = [0x7b, 0x2c, 0x7d];

function tableBytes(rows: Rows): Uint8Array {
  const known = tablesWritten.get(rows);
  if (known !== undefined) return known;
  const parts = Array.from(rows, ([id, row]) => rowBytes(id, row));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length + 1, parts.length === 0 ? 2 : 1));
  let at = 0;
  for (const part of parts) {
    whole[at] = at === 0 ? OPENING : COMMA;
    whole.set(part, at + 1);
    at += part.length + 1;
  }
  if (parts.length === 0) whole[0] = OPENING;
  whole[whole.length - 1] = CLOSING;
  tablesWritten.set(rows, whole);
  return whole;
}

/** A row with its id; a row object stands under one id all its life. */
export function rowBytes(id: string, row: DeskRow<unknown>): Uint8Array {
  const known = written.get(row);
  if (known !== undefined) return known;
  const bytes = encoder.encode(`${JSON.stringify(id)}:${JSON.stringify(row)}`);
  written.set(row, bytes);
  return bytes;
}

/** Bytes one after another. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
