// Standards and figures of the naive interpreter.
import { maxRatio, minRatio, minus, ONE, plus, type Ratio, ratioOf, times, ZERO } from '../../server/domain/ratio.ts';
import type { EffectiveRuleSet, FactValue } from '../../server/rulesets/effective-rule-set.ts';
import type { Figure, StandardValue } from '../../server/rulesets/language.ts';
import { fail } from './claim-facts.ts';
import { whole } from './exact.ts';

/** Thrown where a standard is `none`: the rule, limit or condition that needs it is off. */
class Unset {}

/** Says that a standard is `none`. */
export function unset(): never {
  throw new Unset();
}

/** What is read, or null where a standard that it needs is unset. */
export function unlessUnset<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unset) return null;
    throw error;
  }
}

type Key = FactValue | undefined;

/** One level of a keyed value: a map by the key's text, rows by its number; a word holds for every key. */
function under(value: StandardValue, key: Key): StandardValue {
  if (typeof value !== 'object') return value;
  const none = key === undefined ? 'keyNeeded' : 'noFigure';
  if (!Array.isArray(value)) {
    const own = key !== undefined && Object.hasOwn(value, `${key}`) ? value[`${key}`] : value.otherwise;
    return own ?? fail(none);
  }
  const row = value.find(
    (one) => typeof one === 'object' && one.from <= Number(key) && Number(key) < (one.to ?? 1e300),
  );
  return typeof row === 'object' ? row.value : fail(none);
}

/** Reads standards and figures under the facts of a claim; `term` is the term of the layer that asks. */
export function standardsUnder(ruleSet: EffectiveRuleSet, facts: ReadonlyMap<string, FactValue>) {
  const standardValue = (reference: string, term = 'full', grade?: string): StandardValue => {
    const standard = ruleSet.standards.get(reference.slice(1)) ?? fail('unknownStandard');
    const keys = standard.by.map((fact): Key => (fact === 'terms' ? term : facts.get(fact)));
    if (grade !== undefined && keys.length > 0) keys[keys.length - 1] = grade;
    const value = keys.reduce(under, standard.value);
    if (value === 'none') throw new Unset();
    return value;
  };
  /**
   * max(0, atLeast, amount × times ÷ dividedBy + plus + more × each − less × each), no more than atMost, a share at most 1;
   * null is unlimited. A band stands for the amount. Where each goes with neither more nor less, it goes with the amount; without each, less is taken off once.
   */
  const figure = (given: Figure, term: string, band?: number): Ratio | null => {
    const parts = typeof given === 'string' ? { amount: given } : given;
    const amount = band ?? standardValue(parts.amount, term);
    // What is read first decides where a claim lacks a key and another standard is unset: refused, or off.
    const [t1, d1, p1, low1, most, m1, l1] = [
      ...[parts.times, parts.dividedBy, parts.plus, parts.atLeast, parts.atMost, parts.more, parts.less],
    ].map((one) => one && standardValue(one, term));
    const values = [amount, t1, p1, m1, l1, d1, low1];
    if (values.includes('unlimited')) return null;
    const [a = ZERO, t = ONE, p = ZERO, m = ZERO, l = ZERO, d = ONE, low = ZERO] = values.map((one) =>
      one === undefined ? one : ratioOf(Number(one)),
    );
    const f = times(t, { n: d.d, d: d.n });
    const counted = typeof parts.each === 'string' ? [parts.each] : (parts.each ?? []);
    const n = counted.map((fact) => ratioOf(Math.max(0, Number(facts.get(fact) ?? 0)))).reduce(times, ONE);
    const changes = parts.more !== undefined || parts.less !== undefined;
    const first = parts.each === undefined || changes ? times(a, f) : times(n, times(a, f));
    const off = parts.each === undefined ? l : times(n, l);
    const raised = maxRatio(maxRatio(ZERO, low), minus(plus(plus(first, p), times(n, m)), off));
    return most === undefined || most === 'unlimited' ? raised : minRatio(ratioOf(Number(most)), raised);
  };
  const isShare = (given: Figure) =>
    ruleSet.standards.get((typeof given === 'string' ? given : given.amount).slice(1))?.unit === 'share';
  const plain = (given: Figure, term: string, band?: number): Ratio => {
    const found = figure(given, term, band);
    if (found === null) throw new Unset();
    return isShare(given) ? minRatio(ONE, found) : found;
  };
  /** A part of an amount is money, and may be above 1. */
  const money = (given: Figure, term: string): Ratio => {
    const found = figure(given, term);
    if (found === null) throw new Unset();
    return times(found, whole(100n));
  };
  return { standardValue, figure, plain, money };
}
