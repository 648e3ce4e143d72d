import { Amount } from '../domain/amount.ts';
import type { History, Line, SettledLayer, Settlement } from '../engine/settlement.ts';
import type { ReceivedLayer, ReceivedSettlement } from './received-settlement.ts';

/** One value on either side; null where the side says nothing. */
export type Told = Amount | string | number | boolean | null;

/** One thing in which a received settlement differs from the one made again; a `difference` of verification-answer. */
export interface Difference {
  readonly at: 'ruleSet' | 'claimType' | 'eligible' | 'historyBefore' | 'layers' | 'paid' | 'selfPay' | 'historyAfter';
  readonly layer: string | null;
  readonly rule: string | null;
  readonly field: string;
  readonly received: Told;
  readonly recomputed: Told;
}

type Leaves = ReadonlyMap<string, { readonly at: Omit<Difference, 'received' | 'recomputed'>; readonly value: Told }>;

/**
 * Where two settlements differ in money or history: what the settlement digest is made over, and the type; and in what their
 * layers say of who pays. In the order in which one thing causes another: type, history before, layers in paying order,
 * self-pay, history after.
 */
export function settlementDifferences(received: ReceivedSettlement, recomputed: Settlement): readonly Difference[] {
  const [ours, theirs] = [leavesOf(recomputed), leavesOf(received)];
  // Of what only one side has, each keeps its place: by the part of the settlement, then as it comes.
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  const found = keys.flatMap((key) => {
    const at = ours.get(key)?.at ?? theirs.get(key)?.at;
    const [was, is] = [theirs.get(key)?.value ?? null, ours.get(key)?.value ?? null];
    return at === undefined || isUnsaid(at, received) || alike(was, is)
      ? []
      : [{ ...at, received: was, recomputed: is }];
  });
  return found.toSorted((a, b) => PARTS.indexOf(a.at) - PARTS.indexOf(b.at));
}

/** What layers say beside their money: the settlement digest does not cover it. */
const OF_LAYERS: readonly string[] = ['payer', 'channel', 'reason', 'settled'];

/** Whether a difference is in what a layer says of who pays, how, and why nothing. */
export function isOfWhoPays({ at, rule, field }: Pick<Difference, 'at' | 'rule' | 'field'>): boolean {
  return at === 'layers' && rule === null && OF_LAYERS.includes(field);
}

function isUnsaid(place: Omit<Difference, 'received' | 'recomputed'>, { unsaid }: ReceivedSettlement): boolean {
  return isOfWhoPays(place) && unsaid.some((member) => member === place.field);
}

const PARTS: readonly Difference['at'][] = [
  'ruleSet',
  'claimType',
  'historyBefore',
  'eligible',
  'layers',
  'paid',
  'selfPay',
  'historyAfter',
];

function leavesOf({ claimType, eligible, history, layers, paid, selfPay }: Settlement | ReceivedSettlement): Leaves {
  const leaves = new Map<string, { at: Omit<Difference, 'received' | 'recomputed'>; value: Told }>();
  const add = (
    at: Difference['at'],
    field: string,
    value: Told,
    layer: string | null = null,
    rule: string | null = null,
  ) => leaves.set(JSON.stringify([at, layer, rule, field]), { at: { at, layer, rule, field }, value });
  add('claimType', 'claimType', claimType);
  for (const [field, value] of counters(history.before)) add('historyBefore', field, value);
  add('eligible', 'eligible', eligible);
  for (const one of layers) {
    for (const [rule, field, value] of layerLeaves(one)) add('layers', field, value, one.layer, rule);
  }
  add('layers', 'order', layers.map(({ layer, lines }) => `${layer}(${lines.map(({ rule }) => rule).join()})`).join());
  add('paid', 'paid', new Amount(paid));
  for (const [pot, fen] of Object.entries(selfPay)) add('selfPay', pot, new Amount(fen));
  for (const [field, value] of counters(history.after)) add('historyAfter', field, value);
  return leaves;
}

function* layerLeaves(one: SettledLayer | ReceivedLayer): Generator<readonly [string | null, string, Told]> {
  const { payer, channel, paid, reason = null, settled, lines } = one;
  for (const line of lines) for (const [field, value] of lineLeaves(line)) yield [line.rule, field, value];
  yield [null, 'paid', new Amount(paid)];
  yield [null, 'payer', payer];
  yield [null, 'channel', channel];
  yield [null, 'reason', reason];
  yield [null, 'settled', settled === true ? true : null];
}

function* lineLeaves({ owed, paid, boundBy, funding }: Line): Generator<readonly [string, Told]> {
  yield ['owed', new Amount(owed)];
  yield ['paid', new Amount(paid)];
  yield ['boundBy', boundBy];
  if (isEmpty(funding)) yield ['funding', EMPTY];
  for (const [name, fen] of Object.entries(funding ?? {})) yield [`funding.${name}`, new Amount(fen)];
}

function* counters(history: History): Generator<readonly [string, Told]> {
  for (const [period, names] of Object.entries(history)) {
    if (isEmpty(names)) yield [period, EMPTY];
    for (const [name, kinds] of Object.entries(names)) {
      if (isEmpty(kinds)) yield [`${period}.${name}`, EMPTY];
      for (const [kind, value] of Object.entries(kinds)) {
        yield [`${period}.${name}.${kind}`, kind === 'count' ? value : new Amount(value)];
      }
    }
  }
}

/** A map without entries is something else than none: the digest tells them apart. */
const EMPTY = '{}';

function isEmpty(map: object | undefined): boolean {
  return map !== undefined && Object.keys(map).length === 0;
}

function alike(a: Told, b: Told): boolean {
  return a instanceof Amount && b instanceof Amount ? a.fen === b.fen : a === b;
}
