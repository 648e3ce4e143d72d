import { fenOf } from '../domain/money.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { Claim } from './settlement.ts';

/** A counter as a claim's history brings it. */
export interface CounterReading {
  /** In fen, or in units for a `count`. */
  readonly value: number;
  /** False where the history says nothing of it, and 0 is assumed. */
  readonly given: boolean;
  /** True where it stands under the counter's own name, not as the sum of its rules. */
  readonly direct: boolean;
}

/** Reads a counter: under its own name, else, for one named by a layer, as the sum of the layer's rules. */
export function readCounter(claim: Claim, counter: Counter): CounterReading {
  const period = own(own(claim, 'history'), counter.period);
  const direct = own(own(period, counter.name), counter.kind);
  if (typeof direct === 'number') return { value: unitsOf(counter, direct), given: true, direct: true };
  const parts = aliasesOf(counter)
    .map((name) => own(own(period, name), counter.kind))
    .filter((part) => typeof part === 'number');
  const value = parts.reduce((total, part) => total + unitsOf(counter, part), 0);
  return { value, given: parts.length > 0, direct: false };
}

/** Other names whose counters make up this one. */
export function aliasesOf(counter: Counter): readonly string[] {
  return counter.nameIs === 'layer' ? counter.rules.filter((rule) => rule !== counter.name) : [];
}

/** One name for a counter, as plans and notices write it. */
export function counterId({ period, name, kind }: Counter): string {
  return `${period}.${name}.${kind}`;
}

function unitsOf({ kind }: Counter, sent: number): number {
  return kind === 'count' ? sent : fenOf(sent);
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
