import type { Finding } from '../domain/finding.ts';
import type { Label, Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { cnyWords, type Fen, fenOf } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { History, Settlement } from '../engine/settlement.ts';
import type { Scenarios } from '../rulesets/language.ts';
import { listed } from '../rulesets/words.ts';
import type { Evaluation } from './evaluation.ts';

type Expectation = Scenarios['scenarios'][number]['expect'];

/** An expectation that was not met; the pointer is below `expect`. */
export interface Difference extends Pick<Finding, 'code' | 'args'> {
  readonly pointer: string;
}

/** Everything in which an evaluation, or a refusal, is not what was expected, in the order of the document. */
export function differences(expect: Expectation, outcome: Evaluation | Refusal): readonly Difference[] {
  if ('findings' in outcome) return refusalDifferences(expect, outcome);
  if (expect.refused !== undefined) {
    const got = { zh: '已结算', en: 'settled' };
    return [{ code: 'scenarioNotRefused', args: { expected: expect.refused.code, got }, pointer: '/refused' }];
  }
  const found: Difference[] = [];
  for (const [key, wanted] of Object.entries(expect)) {
    const compare = comparisons[key as keyof typeof comparisons];
    found.push(...(compare?.(wanted as never, outcome) ?? []));
  }
  return [...found, ...othersPaid(expect, outcome.settlement)];
}

function refusalDifferences({ refused }: Expectation, { findings }: Refusal): readonly Difference[] {
  const got = refusalWords(findings);
  if (refused === undefined) return [{ code: 'scenarioRefused', args: { got }, pointer: '' }];
  const same = findings.filter(({ code }) => code === refused.code);
  if (same.length === 0) return [differs('/refused/code', refused.code, got)];
  const { pointer } = refused;
  const there = pointer === undefined || same.some(({ at }) => (at?.pointer ?? '') === pointer);
  return there ? [] : [differs('/refused/pointer', pointer, got)];
}

/** A refusal by code and place, as an expectation names it, each with its sentence. */
function refusalWords(findings: Refusal['findings']): Label {
  const words = (language: Language) =>
    findings.map(({ code, args, at }) => {
      const place = at?.pointer === undefined ? code : `${code} ${at.pointer}`;
      const { message } = say(code, args, language);
      return language === 'zh' ? `${place}（${message}）` : `${place} (${message})`;
    });
  return { zh: words('zh').join('，'), en: words('en').join(', ') };
}

type Amounts = Readonly<Record<string, number>>;

const comparisons: {
  readonly [Key in keyof Expectation]?: (wanted: never, outcome: Evaluation) => readonly Difference[];
} = {
  eligible: (wanted: boolean, { settlement: { eligible } }) =>
    wanted === eligible ? [] : [differs('/eligible', wanted, eligible)],
  layers: (wanted: Amounts, { settlement }) =>
    amounts('/layers', wanted, new Map(settlement.layers.map(({ layer, paid }) => [layer, paid]))),
  rules: (wanted: Amounts, { settlement, explanation }) => {
    // A rule that did not apply paid nothing.
    const none = (explanation ?? []).map(({ rule }) => [rule, 0] as const);
    const paid = linesOf(settlement).map(({ rule, paid }) => [rule, paid] as const);
    return amounts('/rules', wanted, new Map([...none, ...paid]));
  },
  reasons: (wanted: Readonly<Record<string, string>>, { settlement }) =>
    texts('/reasons', wanted, new Map(settlement.layers.map(({ layer, reason }) => [layer, reason ?? null]))),
  channels: (wanted: Readonly<Record<string, string>>, { settlement }) =>
    texts('/channels', wanted, new Map(settlement.layers.map(({ layer, channel }) => [layer, channel]))),
  boundBy: (wanted: Readonly<Record<string, string | null>>, { settlement }) =>
    texts('/boundBy', wanted, new Map(linesOf(settlement).map(({ rule, boundBy }) => [rule, boundBy]))),
  paid: (wanted: number, { settlement: { paid } }) => amounts('', { paid: wanted }, new Map([['paid', paid]])),
  selfPay: (wanted: Amounts, { settlement: { selfPay } }) =>
    amounts('/selfPay', wanted, new Map(Object.entries(selfPay))),
  history: (wanted: Readonly<Record<string, Readonly<Record<string, Amounts>>>>, { settlement: { history } }) =>
    counters(wanted, history.after),
  funding: (wanted: Readonly<Record<string, Amounts>>, { settlement }) => {
    const shares = fundingOf(settlement);
    return Object.entries(wanted).flatMap(([rule, share]) => {
      const found = shares.get(rule);
      return found === undefined
        ? [absent(`/funding/${rule}`, amountsWords(share), shares.keys())]
        : amounts(`/funding/${rule}`, share, found);
    });
  },
  notices: (wanted: readonly string[], { settlement: { notices } }) => {
    const given = new Set<string>(notices.map(({ code }) => code));
    return wanted.flatMap((code, index) =>
      given.has(code)
        ? []
        : [
            {
              code: 'scenarioNoticeMissing',
              args: { expected: code, got: [...given].join(', ') },
              pointer: `/notices/${index}`,
            },
          ],
    );
  },
  noNotices: (wanted: readonly string[], { settlement: { notices } }) =>
    wanted.flatMap((code, index) =>
      notices.some((notice) => notice.code === code)
        ? [{ code: 'scenarioNoticeGiven', args: { got: code }, pointer: `/noNotices/${index}` }]
        : [],
    ),
};

/** With the whole payment given, layers that are not named pay nothing. */
function othersPaid({ paid, layers }: Expectation, settlement: Settlement): readonly Difference[] {
  if (paid === undefined || layers === undefined) return [];
  return settlement.layers
    .filter(({ layer, paid }) => paid !== 0 && !Object.hasOwn(layers, layer))
    .map(({ layer, paid }) => differs('/layers', '0.00', cnyWords(paid), layer));
}

function amounts(pointer: string, wanted: Amounts, got: ReadonlyMap<string, Fen>): readonly Difference[] {
  return Object.entries(wanted).flatMap(([name, cny]) => {
    const [fen, expected] = [got.get(name), cnyWords(fenOf(cny))];
    if (fen === undefined) return [absent(`${pointer}/${name}`, expected, got.keys())];
    return fen === fenOf(cny) ? [] : [differs(`${pointer}/${name}`, expected, cnyWords(fen))];
  });
}

function texts(
  pointer: string,
  wanted: Readonly<Record<string, string | null>>,
  got: ReadonlyMap<string, string | null>,
): readonly Difference[] {
  return Object.entries(wanted).flatMap(([name, text]) => {
    const found = got.get(name);
    if (found === undefined) return [absent(`${pointer}/${name}`, text ?? 'null', got.keys())];
    return found === text ? [] : [differs(`${pointer}/${name}`, text ?? 'null', found ?? 'null')];
  });
}

/** Counters of kind `count` are units, all others amounts. */
function counters(
  wanted: Readonly<Record<string, Readonly<Record<string, Amounts>>>>,
  after: History,
): readonly Difference[] {
  return Object.entries(wanted).flatMap(([period, names]) =>
    Object.entries(names).flatMap(([name, kinds]) => {
      const pointer = `/history/${period}/${name}`;
      const { count, ...money } = kinds;
      const got = after[period]?.[name];
      if (got === undefined) return [absent(pointer, amountsWords(kinds), Object.keys(after[period] ?? after))];
      return [...amounts(pointer, money, new Map(Object.entries(got))), ...units(`${pointer}/count`, count, got.count)];
    }),
  );
}

function units(pointer: string, wanted: number | undefined, got: number | undefined): readonly Difference[] {
  if (wanted === undefined || wanted === got) return [];
  return [got === undefined ? absent(pointer, wanted, []) : differs(pointer, wanted, got)];
}

/** Shares by rule and by who brings them; under `total` their sums over all rules. */
function fundingOf(settlement: Settlement): ReadonlyMap<string, ReadonlyMap<string, Fen>> {
  const total = new Map<string, Fen>();
  const shares = new Map<string, ReadonlyMap<string, Fen>>([['total', total]]);
  for (const { rule, funding } of linesOf(settlement)) {
    if (funding === undefined) continue;
    shares.set(rule, new Map(Object.entries(funding)));
    for (const [by, fen] of Object.entries(funding)) total.set(by, (total.get(by) ?? 0) + fen);
  }
  return shares;
}

function linesOf({ layers }: Settlement) {
  return layers.flatMap(({ lines }) => lines);
}

/**
 * An expectation and what came instead, called by its place in the expectation (`selfPay.inScope`).
 * @param unnamed what stands at the place without the expectation naming it
 */
function differs(
  pointer: string,
  expected: string | number | boolean,
  got: string | number | boolean | Label,
  unnamed?: string,
): Difference {
  const what = [placeOf(pointer), ...(unnamed === undefined ? [] : [unnamed])].join('.');
  return { code: 'scenarioDiffers', args: { what, expected, got }, pointer };
}

/** An expectation of something that the settlement does not have, with what there is in its place. */
function absent(pointer: string, expected: string | number, known: Iterable<string>): Difference {
  const args = { what: placeOf(pointer), expected, known: listed(known) };
  return { code: 'scenarioAbsent', args, pointer };
}

const amountsWords = (amounts: Amounts): string =>
  Object.entries(amounts)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ');

const placeOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');
