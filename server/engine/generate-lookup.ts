import { daysBetween } from '../domain/dates.ts';
import { stepsOf } from '../rulesets/claim-paths.ts';
import { sentItem } from '../rulesets/claim-schema.ts';
import { boundedDays } from '../rulesets/days-out-of-bounds.ts';
import { listOfFirst } from '../rulesets/derived.ts';
import type { Fact } from '../rulesets/effective-rule-set.ts';
import { isBillItem } from '../rulesets/pots.ts';
import { type ClaimTypeRules, hasItems } from './claim-type.ts';
import { type Axis, classOfValue, exactText, type Interned } from './classify.ts';
import { aliasesOf } from './counter-source.ts';
import { type FirstSent, firstSent } from './first-sent.ts';
import { PathReader } from './generate-path.ts';
import type { ProfileCache } from './profile-cache.ts';
import type { Claim } from './settlement.ts';

/**
 * Finds what was kept for a claim's profile; undefined where nothing was, or where the claim must be read the exact way:
 * something odd in it, missing, or to be refused.
 */
export type GeneratedLookup<T> = (claim: Claim, date: string) => T | undefined;

/** Generates the function that classifies claims of a type straight from the claim and looks the profile up. */
export function generateLookup<T extends object>(
  claimType: ClaimTypeRules,
  groups: readonly (readonly Axis[])[],
  interned: Interned,
  cache: ProfileCache<T>,
): GeneratedLookup<T> {
  const writer = new Writer(claimType);
  for (const fact of claimType.facts.values()) if (fact.default.kind === 'by') writer.fact(fact.id);
  const axes = groups.flat();
  const classes = axes.map((axis, index) => `let k${index} = 0;\n${writer.classCode(axis, index)}`);
  const checks = [...dateCheck(claimType, writer), ...daysChecks(claimType, writer)];
  const body = [...writer.paths.declarations, ...writer.declarations, ...checks, ...classes, lookupCode(groups)].join(
    '\n',
  );
  const make = new Function(
    'AXES',
    'ROOT',
    'exact',
    'daysBetween',
    'classOfValue',
    'FIRST',
    `'use strict'; let lastDate, lastClass = 0; return function lookUp(claim, date) {\n${body}\n};`,
  );
  const exact = (axis: Axis, value: never) =>
    axis.kind === 'exact' ? interned.index(axis.fact, exactText(axis.dimension, value)) : 0;
  return make(axes, cache.root, exact, daysBetween, classOfValue, writer.firsts) as GeneratedLookup<T>;
}

/** The dated fact of the claim is the request's date, or left out. */
function dateCheck({ dateFact }: ClaimTypeRules, writer: Writer): readonly string[] {
  if (dateFact === null) return [];
  const sent = writer.read(dateFact);
  return [`if (${sent} !== undefined && ${sent} !== date) return undefined;`];
}

/** Days are within their bounds, or not known. */
function daysChecks(claimType: ClaimTypeRules, writer: Writer): readonly string[] {
  return boundedDays(claimType).map(({ fact, kind: { atLeast, atMost } }) => {
    const days = writer.fact(fact.id);
    const outside = [
      ...(atLeast === null ? [] : [`${days} < ${atLeast}`]),
      ...(atMost === null ? [] : [`${days} > ${atMost}`]),
    ];
    return `if (${days} !== undefined && (${outside.join(' || ')})) return undefined;`;
  });
}

/** One look-up a group of axes, each by a small whole number. */
function lookupCode(groups: readonly (readonly Axis[])[]): string {
  let first = 0;
  const keys = groups.map((axes) => {
    const key = axes.reduce(
      (code, { size }, index) => (code === '' ? `k${first + index}` : `(${code}) * ${size} + k${first + index}`),
      '',
    );
    first += axes.length;
    return key === '' ? '0' : key;
  });
  return `return ROOT${keys.map((key, depth) => `${depth === 0 ? '' : '?'}.get(${key})`).join('')};`;
}

/** Up to so many items or cuts are written out as comparisons. */
const WRITTEN_OUT = 12;

class Writer {
  readonly paths = new PathReader();
  readonly declarations: string[] = [];
  /** How derived choices are read, by their places. */
  readonly firsts: FirstSent[] = [];
  readonly #claimType: ClaimTypeRules;
  readonly #names = new Map<string, string>();

  constructor(claimType: ClaimTypeRules) {
    this.#claimType = claimType;
  }

  /** Code that reads what the claim sends at a dotted path. */
  read(path: string): string {
    return this.paths.read(stepsOf(path));
  }

  /** Code for one axis: sets `k<index>`, or returns where the claim is odd. */
  classCode(axis: Axis, index: number): string {
    const k = `k${index}`;
    switch (axis.kind) {
      case 'brought':
        return `if (${this.read(axis.path)} !== undefined) ${k} = 1;`;
      case 'counter': {
        const { period, name, kind } = axis.counter;
        const at = (own: string) => this.paths.read(['history', period, own, kind]);
        const others = aliasesOf(axis.counter).map((own) => `${at(own)} !== undefined`);
        const odd =
          others.length === 0
            ? ''
            : ` else if (claim.history !== undefined && (${others.join(' || ')})) return undefined;`;
        return `if (${at(name)} !== undefined) ${k} = 1;${odd}`;
      }
      default:
        return this.#factClass(axis, this.fact(axis.fact), index);
    }
  }

  #factClass(axis: Axis & { fact: string }, value: string, index: number): string {
    const k = `k${index}`;
    switch (axis.kind) {
      case 'items': {
        if (axis.items.length > WRITTEN_OUT) return this.#searched(k, value, index);
        const cases = axis.items.map((item, at) => `case ${sentItemCode(item)}: ${k} = ${at + 1}; break;`);
        return `switch (${value}) { case undefined: break; ${cases.join(' ')} default: return undefined; }`;
      }
      case 'boolean':
        return `if (${value} !== undefined) ${k} = ${value} === true ? 2 : 1;`;
      case 'exact':
        return `if (${value} !== undefined) ${k} = exact(AXES[${index}], ${this.#itemised(axis.fact, value)});`;
      case 'cuts': {
        if (axis.cuts.length > WRITTEN_OUT) return this.#searched(k, value, index);
        const passed = axis.cuts.map(
          ({ at, after }) => `(${value} ${after ? '>' : '>='} ${JSON.stringify(at)} ? 1 : 0)`,
        );
        const code = ['1', ...passed].join(' + ');
        // Claims that come one after another mostly have one date, and comparing texts is dear.
        if (axis.fact === 'claim.date')
          return `if (date !== lastDate) { lastClass = ${code}; lastDate = date; }\n${k} = lastClass;`;
        return `if (${value} !== undefined) ${k} = ${code};`;
      }
      default:
        return '';
    }
  }

  /** Many items or cuts are looked up, not written out one by one. */
  #searched(k: string, value: string, index: number): string {
    return `if (${value} !== undefined) { ${k} = classOfValue(AXES[${index}], ${value}); if (${k} === 0) return undefined; }`;
  }

  #itemised(fact: string, value: string): string {
    const kind = this.#claimType.facts.get(fact)?.type;
    return kind !== undefined && kind.kind === 'list' && hasItems(kind) ? `${value}.map(String)` : value;
  }

  /** The name that holds a fact's value as sent, its default filled in. */
  fact(id: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const fact = this.#claimType.facts.get(id);
    const code = fact === undefined ? this.#builtIn(id) : this.#value(fact);
    const name = `f${this.#names.size}`;
    this.#names.set(id, name);
    this.declarations.push(`let ${name} = ${code};`);
    if (fact?.default.kind === 'by') this.declarations.push(this.#byOther(name, fact));
    return name;
  }

  #builtIn(id: string): string {
    if (id === 'claim.date') return 'date';
    if (id !== 'cost.total') return 'undefined';
    const items = [...this.#claimType.facts.values()].filter(isBillItem);
    const fen = items.map(({ id: item }) => `Math.round((${this.fact(item)} ?? 0) * 100)`);
    return `(${fen.join(' + ') || '0'}) / 100`;
  }

  #value(fact: Fact): string {
    if (fact.id === this.#claimType.dateFact) return 'date';
    const otherwise = fact.default.kind === 'value' ? this.#literal(fact, fact.default.value) : 'undefined';
    if (fact.type.kind === 'daysBetween') {
      const [from, to] = [this.fact(fact.type.from), this.fact(fact.type.to)];
      return `${from} === undefined || ${to} === undefined ? ${otherwise} : daysBetween(${from}, ${to})`;
    }
    const list = listOfFirst(fact.type);
    if (list !== null) return this.#first(fact, list, otherwise);
    const sent = this.read(fact.id);
    return otherwise === 'undefined' ? sent : `${sent} ?? ${otherwise}`;
  }

  /** A derived choice, as it would be sent. */
  #first({ type }: Fact, list: string, otherwise: string): string {
    const of = this.#claimType.facts.get(list)?.type;
    if (type.kind !== 'choice' || of?.kind !== 'list' || of.items === null) return `''`;
    this.firsts.push(firstSent(type.items, of.items));
    const found = `FIRST[${this.firsts.length - 1}](${this.fact(list)})`;
    return otherwise === 'undefined' ? found : `${found} ?? ${otherwise}`;
  }

  /** A default by another fact's value; where that value is not named the claim must bring the fact. */
  #byOther(name: string, fact: Fact): string {
    if (fact.default.kind !== 'by') return '';
    const other = this.fact(fact.default.fact);
    const cases = [...fact.default.values].map(([item, value]) =>
      value === null
        ? `case ${this.#key(item)}: break;`
        : `case ${this.#key(item)}: ${name} = ${this.#literal(fact, value)}; break;`,
    );
    return `if (${name} === undefined) switch (String(${other})) { ${cases.join(' ')} default: return undefined; }`;
  }

  #key(item: string): string {
    return JSON.stringify(item);
  }

  #literal(fact: Fact, value: unknown): string {
    if (!hasItems(fact.type)) return JSON.stringify(value);
    return Array.isArray(value)
      ? `[${value.map((item) => sentItemCode(String(item))).join(', ')}]`
      : sentItemCode(String(value));
  }
}

/** An item of a choice as a claim sends it, in code. */
function sentItemCode(item: string): string {
  return JSON.stringify(sentItem(item));
}
