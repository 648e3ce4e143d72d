import { cnyText } from '../domain/money.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { pointerOf, sentAt } from '../rulesets/claim-paths.ts';
import { readCounter } from './counter-source.ts';
import type { Plan, PlanLayer, PlanLine } from './plan.ts';
import type { Claim, History, Line, Notice, Reason, SettledLayer, Settlement } from './settlement.ts';
import { pathOf, type Source } from './source.ts';
import { type Known, run, type Values } from './tree/run.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** What a plan comes to for one claim, value by value. */
export interface PlanValues {
  readonly values: Known;
  /** What bound each line, by line number. */
  readonly boundBy: Pick<ReadonlyMap<number, string>, 'get'>;
}

/** A plan run for one claim: every value on the way for the explanation, and the settlement they come to. */
export class PlanRun implements PlanValues {
  readonly values: ReadonlyMap<string, bigint>;
  /** What bound each line, by line number. */
  readonly boundBy: ReadonlyMap<number, string>;
  readonly #plan: Plan;

  constructor(plan: Plan, values: ReadonlyMap<string, bigint>, boundBy: ReadonlyMap<number, string>) {
    this.#plan = plan;
    this.values = values;
    this.boundBy = boundBy;
  }

  /** Made anew each time: the reasons alone do without it. */
  get settlement(): Settlement {
    return assemble(this.#plan, this.values, this.boundBy);
  }
}

/**
 * Runs a plan exactly, in whole numbers of any size. Generated code does the same in doubles where they are exact; a test
 * holds both equal.
 * @throws Refusal where a given amount is more than what it is part of; its settlement throws `settlementTooLarge`
 */
export function runPlan(plan: Plan, claim: Claim): PlanRun {
  const values: Values = new Map();
  const boundBy = new Map<number, string>();
  for (const { name, source } of plan.variables) values.set(name, BigInt(inputOf(source, claim)));
  for (const step of plan.steps) {
    if (step.kind === 'let') values.set(step.name, run(step.value, values));
    else if (step.kind === 'require') {
      if ((values.get(step.smaller) ?? 0n) > run(step.larger, values)) throw new Refusal([step.refusal]);
    } else {
      let paid = run(step.owed, values);
      values.set(owedOf(step.line), paid);
      for (const { name, room } of step.bounds) {
        const most = run(room, values);
        if (most >= paid) continue;
        paid = most;
        boundBy.set(step.line, name);
      }
      values.set(paidOf(step.line), paid);
    }
  }
  return new PlanRun(plan, values, boundBy);
}

/**
 * What a claim brings for a variable: fen, or units.
 * @throws Refusal where it is no amount, or no whole number of units; the claim schema refuses such a claim before
 */
export function inputOf(source: Source, claim: Claim): number {
  const path = pathOf(source);
  const otherwise = 'otherwise' in source ? source.otherwise : 0;
  const sent = source.kind === 'counter' ? readCounter(claim, source.counter).value : sentAt(claim, path);
  const isCounter = source.kind === 'counter';
  const places = source.kind === 'count' ? source.places : isCounter ? 0 : 2;
  const value = sent === undefined ? otherwise : places === 0 ? Number(sent) : Math.round(Number(sent) * 10 ** places);
  if (!Number.isSafeInteger(value) || (value < 0 && source.kind !== 'count')) {
    refuse('notAnAmount', { given: String(sent), path }, { pointer: pointerOf(path) });
  }
  return value;
}

function assemble(plan: Plan, values: ReadonlyMap<string, bigint>, boundBy: ReadonlyMap<number, string>): Settlement {
  const amount = (name: string) => exactly(values.get(name) ?? 0n);
  const layers = plan.layers.map((layer) => settledLayer(layer, amount, boundBy));
  const selfPay: Record<string, number> = {};
  for (const { pot, variable } of plan.selfPay) selfPay[pot] = amount(variable);
  selfPay.total = sumOf(plan.selfPay.map(({ variable }) => amount(variable)));
  const stopped = plan.layers
    .flatMap((layer) => layer.lines)
    .map((one) => limitNotice(one, amount(owedOf(one.line)) - amount(paidOf(one.line)), boundBy.get(one.line)));
  return {
    claimType: plan.claimType,
    eligible: plan.eligible,
    layers,
    paid: sumOf(layers.map(({ paid }) => paid)),
    selfPay,
    history: {
      before: historyOf(plan, ({ before }) => amount(before)),
      after: historyOf(plan, ({ after }) => exactly(run(after, values))),
    },
    notices: [...plan.notices, ...stopped.filter((notice) => notice !== null)],
  };
}

/** The largest amount that is told to the fen, in CNY. */
const LARGEST = cnyText(Number.MAX_SAFE_INTEGER);

/** A value as a number. @throws Refusal where a number would no longer tell it to the fen, or to the unit */
function exactly(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) refuse('settlementTooLarge', { largest: LARGEST }, { pointer: '/claim' });
  return number;
}

function sumOf(amounts: readonly number[]): number {
  return exactly(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
}

function settledLayer(
  layer: PlanLayer,
  amount: (name: string) => number,
  boundBy: ReadonlyMap<number, string>,
): SettledLayer {
  const lines = layer.lines.map(({ line, rule, funding }): Line => {
    const settled = {
      rule: rule.name,
      owed: amount(owedOf(line)),
      paid: amount(paidOf(line)),
      boundBy: boundBy.get(line) ?? null,
    };
    if (funding === null) return settled;
    return { ...settled, funding: Object.fromEntries(funding.map(({ name, variable }) => [name, amount(variable)])) };
  });
  const paid = sumOf(lines.map((line) => line.paid));
  const reason = paid > 0 ? null : (layer.reason ?? reasonOf(lines));
  return {
    layer: layer.layer,
    payer: layer.payer,
    channel: layer.channel,
    paid,
    ...(reason === null ? {} : { reason }),
    ...(layer.settled ? { settled: true as const } : {}),
    lines,
  };
}

/** Why lines paid nothing: what bound the first that owed something, else that nothing was owed. */
export function reasonOf(lines: readonly Line[]): Reason {
  const bound = lines.find(({ owed }) => owed > 0)?.boundBy;
  if (bound === undefined || bound === null) return 'nothingOwed';
  return bound === 'left' ? 'nothingLeft' : 'limitUsedUp';
}

/** The notice that a limit stopped a payment, with what it left unpaid, in fen; null where no limit did. */
export function limitNotice({ bounds, rule }: PlanLine, unpaid: number, boundBy: string | undefined): Notice | null {
  const limit = bounds.find(({ name }) => name === boundBy)?.limit;
  if (!limit) return null;
  const args = {
    limit: limit.name,
    label: limit.label,
    rule: rule.name,
    clause: limit.clause,
    unpaid: cnyText(unpaid),
  };
  return { code: 'limitReached', args };
}

/** A history by period, counter and kind, each with what is made of the plan's counter. */
export function historyOf(plan: Plan, value: (counter: Plan['counters'][number]) => number): History {
  const periods: Record<string, Record<string, Record<string, number>>> = {};
  for (const counter of plan.counters) {
    const { period, name, kind } = counter.counter;
    ownIn(ownIn(periods, period), name)[kind] = value(counter);
  }
  return periods;
}

/** What an object holds under a name, made empty where it holds nothing: a period may be called what every object has. */
function ownIn<T extends object>(of: Record<string, T>, name: string): T {
  if (!Object.hasOwn(of, name)) of[name] = {} as T;
  return of[name] as T;
}
