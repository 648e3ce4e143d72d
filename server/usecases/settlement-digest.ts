import { sha256 } from '../domain/sha256.ts';
import type { Plan } from '../engine/plan.ts';
import type { History, Line, SettledLayer, Settlement } from '../engine/settlement.ts';
import type { Tallied } from '../engine/tally.ts';
import { TallyText } from './tally-text.ts';

/** Of a settlement what its digest is made over. */
type Money = Omit<Settlement, 'layers'> & {
  readonly layers: readonly Pick<SettledLayer, 'layer' | 'lines' | 'paid'>[];
};

/**
 * What a settlement says about money, as the one text that its digest is made over: RFC 8785 of
 *
 *     {"eligible", "format": 1, "history": {"after", "before"}, "layers": [{"layer", "lines": [{"boundBy", "funding"?,
 *      "owed", "paid", "rule"}], "paid"}], "paid", "selfPay"}
 *
 * with every amount in whole fen, so that no reader has to agree on how to write 0.1. Codes, labels, notices and formulas
 * are left out: they may be worded better tomorrow, the money may not change. Written by hand in key order, for it runs for
 * every claim; a test holds it equal to a canonicalizer of others.
 */
export function canonicalSettlement(settlement: Money): string {
  const { eligible, history, layers, paid, selfPay } = settlement;
  return (
    `{"eligible":${eligible},"format":1,"history":{"after":${canonicalHistory(history.after)},` +
    `"before":${canonicalHistory(history.before)}},"layers":[${layers.map(canonicalLayer).join()}],` +
    `"paid":${paid},"selfPay":${canonicalAmounts(selfPay)}}`
  );
}

/** The digest of {@link canonicalSettlement}: `sha256:` and 64 hex digits. */
export function settlementDigest(settlement: Money): string {
  return sha256(canonicalSettlement(settlement));
}

const texts = new WeakMap<Plan, TallyText | null>();
let bytes = new Uint8Array(4096);

/** The digest of the settlement that a tally stands for; null where its text must be written the long way. */
export function tallyDigest({ plan, tally }: Tallied): string | null {
  let text = texts.get(plan);
  if (text === undefined) {
    text = TallyText.of(plan, canonicalSettlement);
    texts.set(plan, text);
  }
  if (text === null) return null;
  if (text.longest > bytes.length) bytes = new Uint8Array(text.longest);
  return sha256(bytes.subarray(0, text.write(bytes, 0, tally)));
}

function canonicalLayer({ layer, lines, paid }: Money['layers'][number]): string {
  let text = `{"layer":"${layer}","lines":[`;
  for (let index = 0; index < lines.length; index += 1) {
    if (index > 0) text += ',';
    text += canonicalLine(lines[index] as Line);
  }
  return `${text}],"paid":${paid}}`;
}

function canonicalLine({ boundBy, funding, owed, paid, rule }: Line): string {
  const shares = funding === undefined ? '' : `"funding":${canonicalAmounts(funding)},`;
  return `{"boundBy":${boundBy === null ? 'null' : `"${boundBy}"`},${shares}"owed":${owed},"paid":${paid},"rule":"${rule}"}`;
}

function canonicalHistory(history: History): string {
  return canonicalObject(history, (counters) => canonicalObject(counters, canonicalAmounts));
}

/** Names are identifiers of the rule language, so that no escape is needed and UTF-16 order is the order of the alphabet. */
function canonicalObject<T>(record: Readonly<Record<string, T>>, write: (value: T) => string): string {
  let text = '{';
  for (const name of sortedKeys(record)) text += `${text === '{' ? '"' : ',"'}${name}":${write(record[name] as T)}`;
  return `${text}}`;
}

function canonicalAmounts(amounts: Readonly<Record<string, number>>): string {
  let text = '{';
  for (const name of sortedKeys(amounts)) text += `${text === '{' ? '"' : ',"'}${name}":${amounts[name]}`;
  return `${text}}`;
}

/** Sorted by insertion: keys are few and mostly in their order, and `sort` costs more than all the rest of a claim's text. */
function sortedKeys(record: object): readonly string[] {
  const keys = Object.keys(record);
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] as string;
    let at = index;
    for (; at > 0 && (keys[at - 1] as string) > key; at -= 1) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}
