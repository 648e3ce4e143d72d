// The rule language as a program: slow, literal and short. It is what the engine is held to, so it shares nothing with it.
import type { EffectiveRuleSet, Fact, FactValue, Layer, Limit, Rule } from '../../server/rulesets/effective-rule-set.ts';
import type { Condition, ConditionLeaf, Figure, StandardValue } from '../../server/rulesets/language.ts';
import type { Claim, Line, Notice, Reason, SettledLayer, Settlement } from '../../server/engine/settlement.ts';

/** Thrown for a claim that cannot be settled, with the code of the reason. */
export class Refused {
  constructor(readonly refused: string) {}
}
/** Thrown where a standard is `none`: the rule, limit or condition that needs it is off. */
class Unset {}
const refuse = (code: string): never => { throw new Refused(code); };
const unlessUnset = <T>(read: () => T): T | null => {
  try { return read(); } catch (error) { if (error instanceof Unset) return null; throw error; }
};

// ---- exact fractions; an amount is fen ------------------------------------------------------------------------------
type Q = readonly [n: bigint, d: bigint];
const whole = (n: bigint): Q => [n, 1n];
const plus = (a: Q, b: Q): Q => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const minus = (a: Q, b: Q): Q => plus(a, [-b[0], b[1]]);
const times = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const less = (a: Q, b: Q) => a[0] * b[1] < b[0] * a[1];
const least = (a: Q, b: Q) => (less(a, b) ? a : b);
const most = (a: Q, b: Q) => (less(a, b) ? b : a);
const floor = ([n, d]: Q) => n / d - (n % d < 0n ? 1n : 0n);
const ceil = ([n, d]: Q) => -floor([-n, d]);
const halfUp = ([n, d]: Q) => floor([2n * n + d, 2n * d]);
const decimal = (x: number): Q => {
  const [digits = '', exponent = '0'] = String(x).split('e');
  const [units = '', fraction = ''] = digits.split('.');
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? [BigInt(units + fraction), 10n ** BigInt(scale)] : [BigInt(units + fraction) * 10n ** BigInt(-scale), 1n];
};
const fen = (cny: unknown): bigint => halfUp(times(decimal(typeof cny === 'number' ? cny : 0), whole(100n)));
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
const notNegative = (a: bigint) => (a > 0n ? a : 0n);
const total = (amounts: Iterable<bigint>) => [...amounts].reduce((sum, one) => sum + one, 0n);

// ---- facts: what the claim sends, else the default; derived days; the total of the bill ----------------------------------
const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((here, step) => (typeof here === 'object' && here !== null && Object.hasOwn(here, step) ? Reflect.get(here, step) : undefined), value);
const isItem = ({ id, type }: Fact) => id.startsWith('cost.') && type.kind === 'money' && type.partOf === null;
const ofItems = ({ type }: Fact) => type.kind === 'choice' || (type.kind === 'list' && type.items !== null);
const texts = (value: unknown): unknown => (Array.isArray(value) ? value.map(String) : String(value));

function factsOf(declared: ReadonlyMap<string, Fact>, dateFact: string | null, claim: Claim, date: string): Map<string, FactValue> {
  const facts = new Map<string, FactValue>([['claim.type', claim.type], ['claim.date', date]]);
  const read = (fact: Fact): FactValue | undefined => {
    const sent = at(claim, fact.id.split('.'));
    if (fact.id === dateFact) return sent === undefined || sent === date ? date : refuse('dateContradicts');
    if (fact.type.kind === 'daysBetween') {
      const [from, to] = [fact.type.from, fact.type.to].map((id) => (id === 'claim.date' ? date : valueOf(id)));
      if (typeof from === 'string' && typeof to === 'string') return (Date.parse(to) - Date.parse(from)) / 86_400_000;
    } else if (sent !== undefined) return (ofItems(fact) ? texts(sent) : sent) as FactValue;
    if (fact.default.kind === 'value') return fact.default.value;
    if (fact.default.kind === 'absent') return undefined;
    if (fact.default.kind === 'required') return refuse('factNeeded');
    const byOther = fact.default.values.get(String(valueOf(fact.default.fact)));
    return byOther === undefined ? refuse('factNeeded') : (byOther ?? undefined);
  };
  const valueOf = (id: string) => { const fact = declared.get(id); return fact && read(fact); };
  for (const fact of declared.values()) {
    const value = read(fact);
    if (value !== undefined) facts.set(fact.id, value);
  }
  facts.set('cost.total', Number(total([...declared.values()].filter(isItem).map(({ id }) => fen(facts.get(id))))) / 100);
  return facts;
}

// ---- conditions ---------------------------------------------------------------------------------------------------------
type Look = (name: string) => unknown;
const parts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : 'not' in condition ? [condition.not] : [];
const leaves = (condition: Condition): readonly ConditionLeaf[] => ('fact' in condition ? [condition] : parts(condition).flatMap(leaves));
const reference = ({ value }: ConditionLeaf) => (typeof value === 'object' && !Array.isArray(value) ? value.fact : null);

/** Three truth values: null is "cannot be said yet". */
function meets(condition: Condition, leaf: (leaf: ConditionLeaf) => boolean | null): boolean | null {
  if ('fact' in condition) return leaf(condition);
  const results = parts(condition).map((part) => meets(part, leaf));
  if ('not' in condition) return results[0] === null ? null : !results[0];
  const decides = 'any' in condition;
  return results.includes(decides) ? decides : results.includes(null) ? null : !decides;
}

function compares(operator: string, a: unknown, b: unknown): boolean {
  const inOrder = typeof a === typeof b && (typeof a === 'number' || typeof a === 'string') ? [a, b as typeof a] as const : null;
  if (operator === 'equal') return a === b;
  if (operator === 'notEqual') return a !== b;
  if (operator === 'in') return Array.isArray(b) && b.includes(a);
  if (operator === 'notIn') return Array.isArray(b) && !b.includes(a);
  if (operator === 'contains') return Array.isArray(a) && a.includes(b);
  if (operator === 'doesNotContain') return Array.isArray(a) && !a.includes(b);
  if (inOrder === null) return false;
  if (operator === 'lessThan') return inOrder[0] < inOrder[1];
  if (operator === 'lessThanInclusive') return inOrder[0] <= inOrder[1];
  return operator === 'greaterThan' ? inOrder[0] > inOrder[1] : inOrder[0] >= inOrder[1];
}

// ---- one claim, from facts to money ---------------------------------------------------------------------------------------
const TERMS = ['none', 'settled', 'ordinary', 'full'];
interface Counter { readonly period: string; readonly name: string; readonly kind: 'base' | 'paid' | 'count' }
interface Owed { readonly owed: bigint; readonly of: readonly string[] | null; readonly grows?: readonly [Counter, bigint]; readonly funding?: Record<string, number> }
const key = ({ period, name, kind }: Counter) => `${period}.${name}.${kind}`;

/**
 * Settles a claim that its schema accepts. `fired`: the names of the rules whose conditions are met, where another engine
 * has found them.
 * @throws Refused
 */
export function settleNaively(ruleSet: EffectiveRuleSet, claim: Claim, date: string, fired?: ReadonlySet<string>): Settlement {
  const claimType = ruleSet.claims.get(claim.type) ?? refuse('unknownClaimType');
  const declared = claimType.facts;
  const facts = factsOf(declared, claimType.dateFact, claim, date);

  // Standards and figures. `last` is a key that no fact brings: the grade of a scale.
  const value = (ref: string, term = 'full', last?: string): StandardValue => {
    const standard = ruleSet.standards.get(ref.slice(1)) ?? refuse('unknownStandard');
    let here: StandardValue = standard.value;
    standard.by.forEach((fact, depth) => {
      if (typeof here !== 'object') return;
      const k = last !== undefined && depth === standard.by.length - 1 ? last : fact === 'terms' ? term : facts.get(fact);
      if (Array.isArray(here)) {
        const row = here.find((one) => typeof one === 'object' && typeof k === 'number' && one.from <= k && (one.to === undefined || k < one.to));
        here = typeof row === 'object' ? row.value : refuse('noFigure');
      } else here = (k !== undefined && Object.hasOwn(here, String(k)) ? here[String(k)] : here.otherwise) ?? refuse('noFigure');
    });
    if (here === 'none') throw new Unset();
    return here;
  };
  const number = (ref: string, term: string): Q | null => { const v = value(ref, term); return v === 'unlimited' ? null : decimal(Number(v)); };
  /** max(0, amount × times + plus − less × each), a share at most 1; null is unlimited. */
  const figure = (given: Figure, term: string): Q | null => {
    const f = typeof given === 'string' ? { amount: given } : given;
    const one = (ref: string | undefined, otherwise: bigint) => (ref === undefined ? whole(otherwise) : number(ref, term));
    const [amount, factor, more, fewer] = [number(f.amount, term), one(f.times, 1n), one(f.plus, 0n), one(f.less, 0n)];
    if (amount === null || factor === null || more === null || fewer === null) return null;
    const each = decimal(Number(facts.get(f.each ?? '') ?? 0));
    const result = most(whole(0n), minus(plus(times(amount, factor), more), times(fewer, each)));
    return ruleSet.standards.get(f.amount.slice(1))?.unit === 'share' ? least(whole(1n), result) : result;
  };
  const plain = (given: Figure, term: string): Q => figure(given, term) ?? (() => { throw new Unset(); })();
  const money = (given: Figure, term: string): Q => times(plain(given, term), whole(100n));

  // Which rules bear on this type of claim, and which of them fire.
  const byType = ({ fact, operator, value: wanted }: ConditionLeaf): boolean | null => {
    if (fact === 'claim.type') return typeof wanted === 'object' && !Array.isArray(wanted) ? null : compares(operator, claim.type, wanted);
    return fact.startsWith('$') || facts.has(fact) || declared.has(fact) ? null : false;
  };
  const rules = ruleSet.rules.filter(({ conditions }) => meets(conditions, byType) !== false);
  const layers = ruleSet.layers.filter(({ name }) => rules.some(({ layer }) => layer === name));
  const look: Look = (name) => (name.startsWith('$') ? value(name) : facts.get(name));
  const leafMet = (leaf: ConditionLeaf): boolean => {
    const ref = reference(leaf);
    const [met, wanted] = [look(leaf.fact), ref === null ? leaf.value : look(ref)];
    const fact = declared.get(leaf.fact);
    if (met === undefined || wanted === undefined) return false;
    return compares(leaf.operator, met, fact && ofItems(fact) ? texts(wanted) : wanted);
  };
  const holds = (condition: Condition | null): boolean => {
    if (condition === null) return true;
    const needed = leaves(condition).flatMap((leaf) => [leaf.fact, reference(leaf) ?? '']).filter((name) => name.startsWith('$'));
    return unlessUnset(() => needed.map(look)) !== null && meets(condition, leafMet) === true;
  };
  const firing = rules.filter(({ name, conditions }) => (fired === undefined ? holds(conditions) : fired.has(name)));

  // Terms: the least that any rule leaves a layer.
  const terms = new Map<string, string>();
  const notices: Notice[] = [];
  for (const { name, label, clause, event } of firing) {
    if (event.type !== 'terms') continue;
    const given = Object.entries((unlessUnset(() => value(event.params.terms)) ?? {}) as Record<string, string>);
    for (const [layer, term] of given) if (TERMS.indexOf(term) < TERMS.indexOf(terms.get(layer) ?? 'full')) terms.set(layer, term);
    if (given.some(([layer, term]) => term !== 'full' && layers.some((one) => one.name === layer))) notices.push({ code: 'termsApplied', args: { rule: name, label, clause } });
  }
  const termOf = (layer: string) => terms.get(layer) ?? 'full';
  const eligible = layers.length === 0 || layers.some(({ name }) => ['full', 'ordinary'].includes(termOf(name)));

  // The bill divided into pots, less what others paid.
  const cost = new Map([...declared.values()].filter(isItem).map(({ id }) => [id.slice(5), fen(facts.get(id))]));
  for (const { id, type } of declared.values()) {
    if (type.kind === 'money' && type.partOf !== null && fen(facts.get(id)) > fen(facts.get(type.partOf))) refuse('partAboveWhole');
  }
  for (const { item, to, share, rest } of ruleSet.costs) {
    const amount = cost.get(item);
    if (amount === undefined) continue;
    const part = share === undefined ? amount : halfUp(times(whole(amount), unlessUnset(() => plain(share, 'full')) ?? whole(1n)));
    cost.delete(item);
    cost.set(to, (cost.get(to) ?? 0n) + part);
    if (rest !== undefined) cost.set(rest, (cost.get(rest) ?? 0n) + amount - part);
  }
  const left = new Map([...cost].map(([pot, amount]) => [pot, amount - fen(at(claim, ['paidElsewhere', pot]))]));
  if ([...left.values()].some((amount) => amount < 0n)) refuse('elsewhereAboveCost');
  const sumOf = (pots: ReadonlyMap<string, bigint>, names: readonly string[]) => total(names.map((name) => pots.get(name) ?? 0n));

  // Counters of the history: those that forms and limits bearing on this type of claim read.
  const isLayer = (name: string) => ruleSet.layers.some((layer) => layer.name === name);
  const names = (list: readonly string[], { name, layer }: Rule) => list.some((one) => (isLayer(one) ? one === layer : one === name));
  const known = (name: string) => isLayer(name) || ruleSet.rules.some((rule) => rule.name === name);
  const baseOf = (rule: Rule): Counter | null => {
    if (rule.event.type !== 'reimburse' || rule.event.params.year === undefined) return null;
    const alone = ruleSet.rules.filter((one) => one.layer === rule.layer && one.event.type === 'reimburse' && one.event.params.year !== undefined).length === 1;
    const given = rule.event.params.year;
    return { period: 'year', kind: 'base', name: given !== true && known(given) ? given : alone ? (rule.layer ?? rule.name) : rule.name };
  };
  const countOf = ({ name, event }: Rule): Counter | null =>
    event.type === 'allowance' && event.params.atMost !== undefined && event.params.per !== 'claim' ? { period: event.params.per ?? 'claim', name, kind: 'count' } : null;
  const reads = (limit: Limit): readonly Counter[] =>
    limit.kind === 'atMost' && limit.per !== 'claim' && rules.some((rule) => names(limit.over, rule) || names(limit.binds, rule))
      ? limit.over.map((name) => ({ period: limit.per, name, kind: 'paid' }))
      : [];
  const counters = new Map([...rules.flatMap((rule) => [baseOf(rule), countOf(rule)]), ...ruleSet.limits.flatMap(reads)].flatMap((one) => (one ? [[key(one), one]] : [])));
  const sent = ({ period, name, kind }: Counter): bigint | null => {
    const amount = (of: string) => at(claim, ['history', period, of, kind]);
    const direct = amount(name);
    const given = direct !== undefined || !isLayer(name) ? [direct] : ruleSet.rules.filter((rule) => rule.layer === name).map((rule) => amount(rule.name));
    const present = given.filter((one) => one !== undefined);
    return present.length === 0 ? null : total(present.map((one) => (kind === 'count' ? BigInt(Number(one)) : fen(one))));
  };
  const before = (counter: Counter): bigint => sent(counter) ?? 0n;
  const grown = new Map<string, bigint>();

  // The eight forms: what a rule owes before anything bounds it.
  const count = (fact: string) => BigInt(Number(facts.get(fact) ?? 0));
  const amountOf = (fact: string) => fen(facts.get(declared.has(fact) ? fact : `cost.${fact}`));
  const form = (rule: Rule, term: string): Owed => {
    const { event } = rule;
    switch (event.type) {
      case 'reimburse': {
        const { of, deductible, ratio, bands, bandsFrom, parts: within } = event.params;
        const d = deductible === undefined ? whole(0n) : money(deductible, term);
        const x = whole(sumOf(left, of));
        const r = ratio === undefined ? whole(1n) : plain(ratio, term);
        if (within !== undefined) {
          let [rest, owed] = [most(whole(0n), minus(x, d)), whole(0n)];
          for (const [part, share] of Object.entries(within)) {
            const taken = least(whole(amountOf(part)), rest);
            [rest, owed] = [minus(rest, taken), plus(owed, times(plain(share, term), taken))];
          }
          return { owed: halfUp(plus(owed, times(r, rest))), of };
        }
        const rows = bands === undefined ? [{ from: whole(0n), to: null, r }] : rowsOf(value(bands, term));
        const [lowest, taken] = bandsFrom === 'deductible' ? [whole(0n), d] : [d, whole(0n)];
        /** F of language.md: Σ rₖ · max(0, min(x, toₖ) − max(fromₖ, d)). */
        const F = (amount: Q) => rows.reduce((sum, { from, to, r: rate }) => {
          const y = most(whole(0n), minus(amount, taken));
          return plus(sum, times(rate, most(whole(0n), minus(to === null ? y : least(y, to), most(from, lowest)))));
        }, whole(0n));
        const base = baseOf(rule);
        if (base === null) return { owed: halfUp(F(x)), of };
        const after = plus(whole(before(base)), x);
        return { owed: halfUp(minus(F(after), F(whole(before(base))))), of, grows: [base, floor(after)] };
      }
      case 'topUp': {
        const { of, below, atMost } = event.params;
        const share = times(plain(below ?? atMost ?? '', term), whole(sumOf(cost, of)));
        return { owed: notNegative(sumOf(left, of) - (below === undefined ? floor(share) : notNegative(ceil(share) - 1n))), of };
      }
      case 'sum':
        return { owed: halfUp(money(event.params.sum, term)), of: event.params.of ?? null };
      case 'scale': {
        const { sum, shares, grades, equalHeaviest } = event.params;
        const list = ((facts.get(grades) ?? []) as readonly number[]).map(Number);
        const heaviest = Math.min(...list);
        if (list.length === 0) return { owed: 0n, of: null };
        const up = equalHeaviest === 'oneUp' && list.filter((one) => one === heaviest).length > 1 ? Math.max(1, heaviest - 1) : heaviest;
        return { owed: halfUp(times(money(sum, term), decimal(Number(value(shares, term, String(up)))))), of: null };
      }
      case 'allowance': {
        const { rate, count: fact, atMost } = event.params;
        const counter = countOf(rule);
        const used = counter === null ? 0n : before(counter);
        const cap = atMost === undefined ? null : figure(atMost, term);
        const n = notNegative(cap === null ? count(fact) : smaller(count(fact), floor(cap) - used));
        return { owed: halfUp(times(money(rate, term), whole(n))), of: null, ...(counter && { grows: [counter, used + n] as const }) };
      }
      case 'gap': {
        const { target, actual, count: fact, ratio } = event.params;
        const short = most(whole(0n), minus(money(target, term), whole(amountOf(actual))));
        const n = fact === undefined ? 1n : count(fact);
        return { owed: halfUp(times(ratio === undefined ? whole(n) : times(whole(n), plain(ratio, term)), short)), of: null };
      }
      case 'fund': {
        const { count: fact, premium, shares, rest, carriedOver } = event.params;
        const due = (f: Figure) => halfUp(times(money(f, term), whole(count(fact))));
        const brought = Object.entries(shares).map(([name, f]) => [name, due(f)] as const);
        if (carriedOver !== undefined) brought.push(['carriedOver', amountOf(carriedOver)]);
        const over = due(premium) - total(brought.map(([, amount]) => amount));
        const all = [['premium', due(premium)], ...brought, [rest, notNegative(over)], ['unspent', notNegative(-over)]] as const;
        return { owed: 0n, of: null, funding: Object.fromEntries(all.map(([name, amount]) => [name, Number(amount)])) };
      }
      default:
        return { owed: 0n, of: null };
    }
  };
  const rowsOf = (rows: StandardValue) => (rows as readonly { from: number; to?: number; value: number }[]).map((row) => ({
    from: times(decimal(row.from), whole(100n)), to: row.to === undefined ? null : times(decimal(row.to), whole(100n)), r: decimal(row.value),
  }));

  // Paying: the least of owed, left and the room of every limit, drawn from the pots in order.
  const paid: { readonly rule: Rule; readonly amount: bigint }[] = [];
  const paidFor = (list: readonly string[]) => total(paid.filter(({ rule }) => names(list, rule)).map(({ amount }) => amount));
  const active = ruleSet.limits.filter(({ conditions }) => holds(conditions));
  /** Takes from each pot in turn as much as may be, and answers how much that was in all. */
  const draw = (pots: Map<string, bigint>, of: readonly string[], amount: bigint, kept: readonly { of: readonly string[]; amount: bigint }[]) => {
    let take = amount;
    for (const pot of of) {
      const free = kept.filter((one) => one.of.includes(pot)).map((one) => notNegative(sumOf(pots, one.of) - one.amount));
      const part = [take, pots.get(pot) ?? 0n, ...free].reduce(smaller);
      pots.set(pot, (pots.get(pot) ?? 0n) - part);
      take -= part;
    }
    return amount - take;
  };
  const pay = (rule: Rule, term: string): Line | null => unlessUnset(() => {
    const { owed, of, grows, funding } = form(rule, term);
    let [amount, boundBy] = [owed, null as string | null];
    const bound = (name: string, room: bigint) => { if (room < amount) [amount, boundBy] = [room, name]; };
    const kept: { of: readonly string[]; amount: bigint }[] = [];
    if (of !== null) bound('left', sumOf(left, of));
    for (const limit of active) {
      if (limit.kind !== 'leave' || !limit.of.some((pot) => of?.includes(pot))) continue;
      const stays = unlessUnset(() => floor(money(limit.leave, term)));
      if (stays === null) continue;
      kept.push({ of: limit.of, amount: stays });
      bound(limit.name, draw(new Map(left), of ?? [], sumOf(left, of ?? []), kept));
    }
    for (const limit of active) {
      if (limit.kind !== 'atMost' || !names(limit.binds, rule)) continue;
      const { atMost, over, per } = limit;
      const top = unlessUnset(() => {
        if (typeof atMost === 'object' && 'share' in atMost) return floor(times(plain(atMost.share, term), whole(sumOf(cost, atMost.of))));
        return floor(money(atMost, term));
      });
      if (top === null) continue;
      const distinct = over.filter((name) => isLayer(name) || !over.includes(ruleSet.rules.find((one) => one.name === name)?.layer ?? ''));
      const spent = per === 'claim' ? 0n : total(distinct.map((name) => before({ period: per, name, kind: 'paid' })));
      bound(limit.name, notNegative(top - spent - paidFor(over)));
      if (boundBy !== limit.name) continue;
    }
    if (of !== null) draw(left, of, amount, kept);
    if (grows && !grown.has(key(grows[0]))) grown.set(key(grows[0]), grows[1]);
    paid.push({ rule, amount });
    return { rule: rule.name, owed: Number(owed), paid: Number(amount), boundBy, ...(funding && { funding }) };
  });
  console.log(left, pay, eligible);
  return {} as Settlement;
}
