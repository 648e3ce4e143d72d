import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { Fen } from '../domain/money.ts';
import type { History, Line, Notice, SettledLayer, Settlement } from '../engine/settlement.ts';
import { FORMAT } from '../rulesets/digest.ts';
import type { Evaluation, RuleSetName } from '../usecases/evaluation.ts';
import { explanationJson } from './explanation-json.ts';
import { namedWords } from './named-words.ts';

/**
 * An evaluation as the JSON that HTTP and the command line answer with: amounts in CNY with exactly two decimals, which
 * `JSON.stringify` cannot write. Text is put together by hand, the parts that repeat are kept.
 */
export function evaluationJson(evaluation: Evaluation, language: Language): string {
  const { settlement, explanation } = evaluation;
  const { claimType, eligible, notices } = settlement;
  const explained = explanation === null ? null : language;
  return (
    headJson(evaluation, claimType, eligible) +
    ruleSetJson(evaluation.ruleSet) +
    moneyJson(settlement) +
    `${explained === null ? plainNotices(notices) : list(notices, (notice) => toldNotice(notice, explained))}],` +
    (explanation === null ? '' : `"explanation":${explanationJson(explanation, evaluation.effective, language)},`) +
    (explained === null ? '' : `"named":${JSON.stringify(namedWords(evaluation, explained))},`) +
    `"settlementDigest":"${evaluation.settlementDigest}"}`
  );
}

/** An answer's beginning, up to the rule set that it names. */
export function headJson({ id, jurisdiction, date, draft }: Evaluation, claimType: string, eligible: boolean): string {
  return (
    `{"id":${JSON.stringify(id)},"claimType":${quote(claimType)},"jurisdiction":"${jurisdiction}",` +
    `"date":"${date}","format":${FORMAT},${draft ? '"status":"draft",' : ''}"eligible":${eligible},"ruleSet":`
  );
}

/** What follows the rule set, up to the notices. */
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

/** In words only where the answer is explained, so that without them it is the same in every language. */
function toldNotice(notice: Notice, language: Language): string {
  return JSON.stringify({ ...plain(notice), message: say(notice.code, notice.args, language).message });
}

/** Notices with which those of other claims began too, and their text. */
interface Beginning {
  readonly notices: readonly Notice[];
  readonly text: string;
}

const beginnings = new WeakMap<Notice, Beginning>();

/**
 * Notices by code and arguments. All claims of a profile begin with the same notices, the very objects: their text is kept
 * under the first of them, and only what one claim alone is told is written anew.
 */
export function plainNotices(notices: readonly Notice[]): string {
  const [first] = notices;
  if (first === undefined) return '';
  let beginning = beginnings.get(first);
  const shared = beginning === undefined ? notices.length : sharedLength(notices, beginning.notices);
  if (beginning === undefined || shared < beginning.notices.length) {
    const own = notices.slice(0, shared);
    beginning = { notices: own, text: list(own, plainNotice) };
    beginnings.set(first, beginning);
  }
  if (notices.length === beginning.notices.length) return beginning.text;
  return `${beginning.text},${list(notices.slice(beginning.notices.length), plainNotice)}`;
}

function sharedLength(some: readonly Notice[], others: readonly Notice[]): number {
  let length = 0;
  while (length < some.length && length < others.length && some[length] === others[length]) length += 1;
  return length;
}

/** A notice by code and arguments. */
export function plainNotice(notice: Notice): string {
  return JSON.stringify(plain(notice));
}

/** Without the arguments that are words: they are what the message is made of. */
function plain({ code, args }: Notice): Record<string, unknown> {
  const told: Record<string, unknown> = { code };
  for (const name of Object.keys(args)) {
    const value = args[name];
    if (typeof value !== 'object' || value === null) told[name] = value;
  }
  return told;
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
function quote(name: string | null): string {
  let text = quoted.get(name);
  if (text === undefined) {
    text = JSON.stringify(name);
    if (quoted.size < KEPT) quoted.set(name, text);
  }
  return text;
}

const ruleSets = new WeakMap<RuleSetName, string>();

/** The rule set that an answer names, as JSON. */
export function ruleSetJson(ruleSet: RuleSetName): string {
  let text = ruleSets.get(ruleSet);
  if (text === undefined) {
    text = JSON.stringify(ruleSet);
    ruleSets.set(ruleSet, text);
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
