import type { Fen } from '../domain/money.ts';
import type { History, Line, SettledLayer, Settlement } from '../engine/settlement.ts';

/** What an answer says about money: what follows the rule set, up to the notices. Amounts in CNY with exactly two decimals. */
export function moneyJson({ layers, paid, selfPay, history }: Settlement): string {
  return (
    `,"layers":[${list(layers, layerJson)}],"paid":${cny(paid)},"selfPay":${amountsJson(selfPay)},` +
    `"history":{"before":${historyJson(history.before)},"after":${historyJson(history.after)}},"notices":[`
  );
}

function layerJson({ layer, payer, channel, paid, reason, settled, lines }: SettledLayer): string {
  const why = reason === undefined ? '' : `"reason":"${reason}",`;
  return `${layerHead(layer, payer, channel)}${cny(paid)},${why}${settled === undefined ? '' : '"settled":true,'}"lines":[${list(lines, lineJson)}]}`;
}

/** How a layer's JSON begins, with what it began with the last time. */
interface LayerHead {
  readonly payer: string | null;
  readonly channel: string | null;
  readonly text: string;
}

const layerHeads = new Map<string, LayerHead>();

/** A layer mostly has the payer and the channel that it had the last time: one look-up, and one text instead of seven. */
function layerHead(layer: string, payer: string | null, channel: string | null): string {
  const known = layerHeads.get(layer);
  if (known !== undefined && known.payer === payer && known.channel === channel) return known.text;
  const text = `{"layer":${quote(layer)},"payer":${quote(payer)},"channel":${quote(channel)},"paid":`;
  if (known !== undefined || layerHeads.size < KEPT) layerHeads.set(layer, { payer, channel, text });
  return text;
}

function lineJson({ rule, owed, paid, boundBy, funding }: Line): string {
  const shares = funding === undefined ? '' : `,"funding":${amountsJson(funding)}`;
  return `{"rule":${quote(rule)},"owed":${cny(owed)},"paid":${cny(paid)},"boundBy":${quote(boundBy)}${shares}}`;
}

/** Counters of kind `count` are units, all others amounts. */
function historyJson(history: History): string {
  return object(history, (counters) =>
    object(counters, (kinds) => object(kinds, (value, kind) => (kind === 'count' ? String(value) : cny(value)))),
  );
}

function amountsJson(amounts: Readonly<Record<string, Fen>>): string {
  return object(amounts, cny);
}

const CENTS: readonly string[] = Array.from({ length: 100 }, (_, cents) => `.${String(cents).padStart(2, '0')}`);

/** Fen as CNY with two decimals: `cnyText`, without its detour over digits. */
export function cny(fen: Fen): string {
  if (fen < 0) return `-${cny(-fen)}`;
  const cents = fen % 100;
  return (fen - cents) / 100 + (CENTS[cents] ?? '');
}

/** At most so many texts of a kind are kept. */
const KEPT = 10_000;

const quoted = new Map<string | null, string>([[null, 'null']]);

/** A name as JSON. Names come from rule sets and are few; beyond a bound they are written anew each time. */
export function quote(name: string | null): string {
  let text = quoted.get(name);
  if (text === undefined) {
    text = JSON.stringify(name);
    if (quoted.size < KEPT) quoted.set(name, text);
  }
  return text;
}

function list<T>(items: readonly T[], write: (item: T) => string): string {
  let text = '';
  for (const item of items) text += text === '' ? write(item) : `,${write(item)}`;
  return text;
}

function object<T>(record: Readonly<Record<string, T>>, write: (value: T, key: string) => string): string {
  let text = '';
  for (const key in record) {
    const value = write(record[key] as T, key);
    text += text === '' ? `${quote(key)}:${value}` : `,${quote(key)}:${value}`;
  }
  return `{${text}}`;
}
