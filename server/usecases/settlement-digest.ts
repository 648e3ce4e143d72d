import { sha256 } from '../domain/sha256.ts';
import type { History, Line, SettledLayer, Settlement } from '../engine/settlement.ts';

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
export function canonicalSettlement(settlement: Settlement): string {
  const { eligible, history, layers, paid, selfPay } = settlement;
  return (
    `{"eligible":${eligible},"format":1,"history":{"after":${canonicalHistory(history.after)},` +
    `"before":${canonicalHistory(history.before)}},"layers":[${layers.map(canonicalLayer).join()}],` +
    `"paid":${paid},"selfPay":${canonicalAmounts(selfPay)}}`
  );
}

/** The digest of {@link canonicalSettlement}: `sha256:` and 64 hex digits. */
export function settlementDigest(settlement: Settlement): string {
  return sha256(canonicalSettlement(settlement));
}

function canonicalLayer({ layer, lines, paid }: SettledLayer): string {
  return `{"layer":"${layer}","lines":[${lines.map(canonicalLine).join()}],"paid":${paid}}`;
}

function canonicalLine({ boundBy, funding, owed, paid, rule }: Line): string {
  const shares = funding === undefined ? '' : `"funding":${canonicalAmounts(funding)},`;
  return `{"boundBy":${boundBy === null ? 'null' : `"${boundBy}"`},${shares}"owed":${owed},"paid":${paid},"rule":"${rule}"}`;
}

function canonicalHistory(history: History): string {
  const periods = sortedKeys(history).map((period) => {
    const counters = history[period] ?? {};
    const names = sortedKeys(counters).map((name) => `"${name}":${canonicalAmounts(counters[name] ?? {})}`);
    return `"${period}":{${names.join()}}`;
  });
  return `{${periods.join()}}`;
}

/** Names are identifiers of the rule language, so that no escape is needed and UTF-16 order is the order of the alphabet. */
function canonicalAmounts(amounts: Readonly<Record<string, number>>): string {
  let text = '';
  for (const name of sortedKeys(amounts)) text += `${text === '' ? '' : ','}"${name}":${amounts[name]}`;
  return `{${text}}`;
}

function sortedKeys(record: object): readonly string[] {
  const keys = Object.keys(record);
  return keys.length > 1 ? keys.sort() : keys;
}
