// The eight forms, as the table of the language writes them: what a rule owes before anything bounds it.
import {
  compareRatios,
  floorRatio,
  maxRatio,
  minRatio,
  minus,
  ONE,
  plus,
  type Ratio,
  ratioOf,
  reduce,
  times,
  ZERO,
} from '../../server/domain/ratio.ts';
import type { Event, Figure, ReimburseParams, StandardValue } from '../../server/rulesets/language.ts';
import { halfUp, lesser, positive, total, whole } from './exact.ts';
import { unset } from './standards.ts';

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
  /** The cost of a pot that a limit has cut off from payments before, in fen, not rounded. */
  beyond(limit: string, pot: string): Ratio;
  /** A money fact, in fen. */
  amount(fact: string): bigint;
  /** A number of days or other units, never below 0. */
  count(fact: string): Ratio;
  list(fact: string): readonly number[];
  /** The rule's own counter before the claim, or null where it keeps none. */
  before: bigint | null;
  /** What deductibles of the period have taken before. */
  taken: bigint;
}

/** What is owed, in fen; from which pots; what the rule's counter stands at after; the shares of a premium. */
export interface Owed {
  readonly owed: bigint;
  readonly of: readonly string[] | null;
  /** The cost that goes without payment where there is so much room, in fen, not rounded; left out where that cannot be told. */
  readonly beyond?: (room: bigint) => Ratio;
  readonly after?: bigint;
  /** What deductibles of the period have taken, this one included. */
  readonly taken?: bigint;
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
      if (heaviest === undefined) return { owed: 0n, of: params.of ?? null };
      const grade = params.equalHeaviest === 'oneUp' && heaviest === next ? Math.max(1, heaviest - 1) : heaviest;
      const share = ratioOf(Number(ask.value(params.shares, String(grade))));
      return { owed: halfUp(times(ask.money(params.sum), share)), of: params.of ?? null };
    }
    case 'allowance': {
      const rate = ask.money(params.rate);
      const units = (figure: Figure | undefined) => {
        const most = figure === undefined ? null : ask.figure(figure);
        return most === null ? null : floorRatio(most);
      };
      const used = ask.before ?? 0n;
      const count = positive(floorRatio(ask.count(params.count)) - (units(params.deductible) ?? 0n));
      const ofClaim = lesser(count, units(params.perClaim) ?? count);
      const n = positive(lesser(ofClaim, (units(params.atMost) ?? used + ofClaim) - used));
      return { owed: halfUp(times(rate, whole(n))), of: params.of ?? null, after: used + n };
    }
    case 'gap': {
      const short = maxRatio(ZERO, minus(ask.money(params.target), whole(ask.amount(params.actual))));
      const n = params.count === undefined ? ONE : ask.count(params.count);
      const ratio = params.ratio === undefined ? ONE : ask.plain(params.ratio);
      return { owed: halfUp(times(times(ratio, n), short)), of: params.of ?? null };
    }
    case 'fund': {
      const due = (figure: Figure) => halfUp(times(ask.money(figure), ask.count(params.count)));
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
  const bands = rows as { from: number; to?: number; value: number | 'none' }[];
  if (bands.every(({ value }) => value === 'none')) unset();
  return bands.map(({ from, to, value }) => ({
    from: fenOf(from),
    to: to === undefined ? null : fenOf(to),
    rate: value === 'none' ? ZERO : ask.plain(figure, value),
  }));
}

function reimburse(params: ReimburseParams, ask: Asked): Owed {
  const given = params.deductible === undefined ? ZERO : ask.money(params.deductible);
  const x = ask.left(params.of);
  const asked = params.beyond === undefined ? whole(x) : ask.beyond(params.beyond, params.of[0] ?? '');
  // Taken from each claim, it is no part of what the period is asked for.
  const byClaim = params.deductiblePer === 'claim';
  const deductible = byClaim ? ZERO : given;
  const most = params.deductiblesAtMost === undefined ? null : floorRatio(ask.money(params.deductiblesAtMost));
  const open = most === null ? null : positive(most - ask.taken);
  const own = open === null ? floorRatio(given) : lesser(floorRatio(given), open);
  const counted = byClaim ? positive(x - own) : x;
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
  const pieces = (bands ?? [{ from: ZERO, to: null, rate: ratio }]).map(({ from, to, rate }) => ({
    from: above ? from : maxRatio(from, deductible),
    to,
    rate,
  }));
  const F = (amount: Ratio): Ratio => {
    const y = above ? maxRatio(ZERO, minus(amount, deductible)) : amount;
    return pieces
      .map(({ from, to, rate }) => times(rate, maxRatio(ZERO, minus(to === null ? y : minRatio(y, to), from))))
      .reduce(plus, ZERO);
  };
  const moved = above ? deductible : ZERO;
  const edges = pieces.flatMap(({ from, to }) => (to === null ? [from] : [from, to])).map((edge) => plus(edge, moved));
  const between = (start: Ratio, end: Ratio) => (room: bigint) => beyondRoom(F, edges, start, end, whole(room));
  if (ask.before === null) return { owed: halfUp(F(asked)), of: params.of, beyond: between(ZERO, asked) };
  const after = ask.before + counted;
  const [start, end] = [whole(ask.before), whole(after)];
  const taken = ask.taken + (most === null ? 0n : x - counted);
  return { owed: halfUp(minus(F(end), F(start))), of: params.of, after, taken, beyond: between(start, end) };
}

/** Of each stretch on which F rises evenly, how long it is from where F has risen by the room. */
function beyondRoom(F: (at: Ratio) => Ratio, edges: readonly Ratio[], start: Ratio, end: Ratio, room: Ratio): Ratio {
  const inside = edges.filter((edge) => compareRatios(start, edge) < 0 && compareRatios(edge, end) < 0);
  const points = [start, ...inside, end].sort(compareRatios);
  return points.slice(1).reduce((sum, to, at) => {
    const from = points[at] ?? to;
    const [risen, rise] = [minus(F(from), F(start)), minus(F(to), F(from))];
    if (compareRatios(rise, ZERO) <= 0) return sum;
    const over = minRatio(rise, maxRatio(ZERO, minus(plus(risen, rise), room)));
    return plus(sum, times(minus(to, from), reduce(over.n * rise.d, over.d * rise.n)));
  }, ZERO);
}
