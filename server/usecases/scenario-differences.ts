import type { Finding } from '../domain/finding.ts';
import type { Label, Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { cnyWords, type Fen, fenOf } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { History, Settlement } from '../engine/settlement.ts';
import type { Scenarios } from '../rulesets/language.ts';
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
    found.push(...(compare?.(wanted as never, outcome.settlement) ?? []));
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
  readonly [Key in keyof Expectation]?: (wanted: never, settlement: Settlement) => readonly Difference[];
} = {
  eligible: (wanted: boolean, { eligible }) => (wanted === eligible ? [] : [differs('/eligible', wanted, eligible)]),
  layers: (wanted: Amounts, settlement) => {
    const paid = new Map(settlement.layers.map(({ layer, paid }) => [layer, paid]));
    return amounts('/layers', wanted, (name) => paid.get(name));
  },
  rules: (wanted: Amounts, settlement) => {
    const paid = new Map(linesOf(settlement).map(({ rule, paid }) => [rule, paid]));
    // A rule that did not apply paid nothing.
    return amounts('/rules', wanted, (name) => paid.get(name) ?? 0);
  },
  reasons: (wanted: Readonly<Record<string, string>>, settlement) => {
    const reasons = new Map(settlement.layers.map(({ layer, reason }) => [layer, reason ?? null]));
    return texts('/reasons', wanted, (name) => reasons.get(name));
  },
  channels: (wanted: Readonly<Record<string, string>>, settlement) => {
    const channels = new Map(settlement.layers.map(({ layer, channel }) => [layer, channel]));
    return texts('/channels', wanted, (name) => channels.get(name));
  },
  boundBy: (wanted: Readonly<Record<string, string | null>>, settlement) => {
    const bounds = new Map(linesOf(settlement).map(({ rule, boundBy }) => [rule, boundBy]));
    return texts('/boundBy', wanted, (name) => bounds.get(name));
  },
  paid: (wanted: number, { paid }) => amounts('', { paid: wanted }, () => paid),
  selfPay: (wanted: Amounts, { selfPay }) => amounts('/selfPay', wanted, (pot) => selfPay[pot]),
  history: (wanted: Readonly<Record<string, Readonly<Record<string, Amounts>>>>, { history }) =>
    counters(wanted, history.after),
  funding: (wanted: Readonly<Record<string, Amounts>>, settlement) => {
    const shares = fundingOf(settlement);
    return Object.entries(wanted).flatMap(([rule, share]) =>
      amounts(`/funding/${rule}`, share, (by) => shares.get(rule)?.get(by)),
    );
  },
  notices: (wanted: readonly string[], { notices }) => {
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
  noNotices: (wanted: readonly string[], { notices }) =>
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

function amounts(pointer: string, wanted: Amounts, got: (name: string) => Fen | undefined): readonly Difference[] {
  return Object.entries(wanted).flatMap(([name, cny]) => {
    const fen = got(name);
    return fen === fenOf(cny)
      ? []
      : [differs(`${pointer}/${name}`, cnyWords(fenOf(cny)), fen === undefined ? null : cnyWords(fen))];
  });
}

function texts(
  pointer: string,
  wanted: Readonly<Record<string, string | null>>,
  got: (name: string) => string | null | undefined,
) {
  return Object.entries(wanted).flatMap(([name, text]) => {
    const found = got(name);
    return found === text
      ? []
      : [differs(`${pointer}/${name}`, text ?? 'null', found === undefined ? null : (found ?? 'null'))];
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
      const got = (kind: string) => after[period]?.[name]?.[kind];
      const units =
        count !== undefined && got('count') !== count ? [differs(`${pointer}/count`, count, got('count') ?? null)] : [];
      return [...amounts(pointer, money, got), ...units];
    }),
  );
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
 * @param got null: there is nothing of that name
 * @param unnamed what stands at the place without the expectation naming it
 */
function differs(
  pointer: string,
  expected: string | number | boolean,
  got: string | number | boolean | Label | null,
  unnamed?: string,
): Difference {
  const what = [...pointer.slice(1).split('/'), ...(unnamed === undefined ? [] : [unnamed])].join('.');
  if (got === null) return { code: 'scenarioAbsent', args: { what, expected }, pointer };
  return { code: 'scenarioDiffers', args: { what, expected, got }, pointer };
}
