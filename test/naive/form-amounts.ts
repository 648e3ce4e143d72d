// The eight forms, as the table of the language writes them: what a rule owes before anything bounds it.
import {
  floorRatio,
  maxRatio,
  minRatio,
  minus,
  ONE,
  plus,
  type Ratio,
  ratioOf,
  times,
  ZERO,
} from '../../server/domain/ratio.ts';
import type { Event, Figure, ReimburseParams, StandardValue } from '../../server/rulesets/language.ts';
import { halfUp, lesser, positive, total, whole } from './exact.ts';

/** What a form asks about the claim and the rule at hand. */
export interface Asked {
  /** Shares and factors; null where unlimited. */
  figure(figure: Figure): Ratio | null;
  /** Shares and factors that a payment needs; a band's own ratio in the place of the amount. */
  plain(figure: Figure, band?: number): Ratio;
  /** Amounts in fen, not rounded. */
  money(figure: Figure): Ratio;
  value(reference: string, grade?: string): StandardValue;
  left(pots: readonly string[]): bigint;
  cost(pots: readonly string[]): bigint;
  /** A money fact, in fen. */
  amount(fact: string): bigint;
  /** A number of days or other units, never below 0. */
  count(fact: string): bigint;
  list(fact: string): readonly number[];
  /** The rule's own counter before the claim, or null where it keeps none. */
  before: bigint | null;
}

/** What is owed, in fen; from which pots; what the rule's counter stands at after; the shares of a premium. */
export interface Owed {
  readonly owed: bigint;
  readonly of: readonly string[] | null;
  readonly after?: bigint;
  readonly funding?: Readonly<Record<string, number>>;
}

/** The amount a form gives. */
export function formAmount({ type, params }: Event, ask: Asked): Owed {
  switch (type) {
    case 'reimburse':
      return reimburse(params, ask);
    case 'topUp': {
      const share = times(ask.plain(params.below ?? params.atMost ?? ''), whole(ask.cost(params.of)));
      const ceiling = -floorRatio(minus(ZERO, share));
      const stays = params.below === undefined ? floorRatio(share) : positive(ceiling - 1n);
      return { owed: positive(ask.left(params.of) - stays), of: params.of };
    }
    case 'sum':
      return { owed: halfUp(ask.money(params.sum)), of: params.of ?? null };
    case 'scale': {
      const [heaviest, next] = [...ask.list(params.grades)].sort((a, b) => a - b);
      if (heaviest === undefined) return { owed: 0n, of: null };
      const grade = params.equalHeaviest === 'oneUp' && heaviest === next ? Math.max(1, heaviest - 1) : heaviest;
      const share = ratioOf(Number(ask.value(params.shares, String(grade))));
      return { owed: halfUp(times(ask.money(params.sum), share)), of: null };
    }
    case 'allowance': {
      const rate = ask.money(params.rate);
      const units = (figure: Figure | undefined) => {
        const most = figure === undefined ? null : ask.figure(figure);
        return most === null ? null : floorRatio(most);
      };
      const used = ask.before ?? 0n;
      const count = positive(ask.count(params.count) - (units(params.deductible) ?? 0n));
      const ofClaim = lesser(count, units(params.perClaim) ?? count);
      const n = positive(lesser(ofClaim, (units(params.atMost) ?? used + ofClaim) - used));
      return { owed: halfUp(times(rate, whole(n))), of: null, after: used + n };
    }
    case 'gap': {
      const short = maxRatio(ZERO, minus(ask.money(params.target), whole(ask.amount(params.actual))));
      const n = params.count === undefined ? 1n : ask.count(params.count);
      const ratio = params.ratio === undefined ? ONE : ask.plain(params.ratio);
      return { owed: halfUp(times(times(ratio, whole(n)), short)), of: null };
    }
    case 'fund': {
      const due = (figure: Figure) => halfUp(times(ask.money(figure), whole(ask.count(params.count))));
      const brought = Object.entries(params.shares).map(([who, figure]): [string, bigint] => [who, due(figure)]);
      if (params.carriedOver !== undefined) brought.push(['carriedOver', ask.amount(params.carriedOver)]);
      const open = due(params.premium) - total(brought.map(([, amount]) => amount));
      const all = [
        ['premium', due(params.premium)],
        ...brought,
        [params.rest, positive(open)],
        ['unspent', positive(-open)],
      ];
      return { owed: 0n, of: null, funding: Object.fromEntries(all.map(([who, amount]) => [who, Number(amount)])) };
    }
    case 'terms':
      return { owed: 0n, of: null };
  }
}

/** A figure's bands: what changes the amount changes the ratio of every row; a row that is `none` pays nothing. */
function bandsOf(figure: Figure, ask: Asked) {
  const rows = ask.value(typeof figure === 'string' ? figure : figure.amount);
  const fenOf = (cny: number) => times(ratioOf(cny), whole(100n));
  return (rows as { from: number; to?: number; value: number | 'none' }[]).map(({ from, to, value }) => ({
    from: fenOf(from),
    to: to === undefined ? null : fenOf(to),
    rate: value === 'none' ? ZERO : ask.plain(figure, value),
  }));
}

function reimburse(params: ReimburseParams, ask: Asked): Owed {
  const given = params.deductible === undefined ? ZERO : ask.money(params.deductible);
  const x = ask.left(params.of);
  // Taken from each claim, it is no part of what the period is asked for.
  const byClaim = params.deductiblePer === 'claim';
  const deductible = byClaim ? ZERO : given;
  const counted = byClaim ? positive(x - floorRatio(given)) : x;
  const wholeRatio = () => (params.ratio === undefined ? ONE : ask.plain(params.ratio));
  if (params.parts !== undefined) {
    let rest = maxRatio(ZERO, minus(whole(x), deductible));
    let owed = ZERO;
    for (const [part, share] of Object.entries(params.parts)) {
      const taken = minRatio(whole(ask.amount(part)), rest);
      owed = plus(owed, times(ask.plain(share), taken));
      rest = minus(rest, taken);
    }
    return { owed: halfUp(plus(owed, times(wholeRatio(), rest))), of: params.of };
  }
  const bands = params.bands === undefined ? undefined : bandsOf(params.bands, ask);
  const ratio = bands === undefined ? wholeRatio() : ONE;
  const above = params.bandsFrom === 'deductible';
  /** F(x) = Σ rₖ · max(0, min(x, toₖ) − max(fromₖ, d)), or the same on x − d. */
  const F = (amount: bigint): Ratio => {
    const y = above ? maxRatio(ZERO, minus(whole(amount), deductible)) : whole(amount);
    return (bands ?? [{ from: ZERO, to: null, rate: ratio }])
      .map(({ from, to, rate }) => {
        const lowest = above ? from : maxRatio(from, deductible);
        return times(rate, maxRatio(ZERO, minus(to === null ? y : minRatio(y, to), lowest)));
      })
      .reduce(plus, ZERO);
  };
  if (ask.before === null) return { owed: halfUp(F(x)), of: params.of };
  const after = ask.before + counted;
  return { owed: halfUp(minus(F(after), F(ask.before))), of: params.of, after };
}
