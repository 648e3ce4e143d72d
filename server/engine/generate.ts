import { byOf, type PlanNames, stepsCode } from './generate-steps.ts';
import { Makers } from './makers.ts';
import type { Plan, PlanLayer, PlanLine } from './plan.ts';
import { limitNotice, reasonOf } from './run-plan.ts';
import type { Claim, Notice, Reason, SettledLayer, Settlement } from './settlement.ts';
import { type Constant, codeOf } from './tree/code.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** A plan as one function; undefined where it must be run the exact way: an amount too large, or a claim to refuse. */
export type GeneratedPlan = (claim: Claim) => Settlement | undefined;

/**
 * Generates the function of a plan: its steps, then the settlement written as one object literal.
 * @param inputLimit the largest input, in fen or units, up to which every intermediate value is exact
 */
export function generatePlan(plan: Plan, inputLimit: bigint): GeneratedPlan {
  const { names, statements } = stepsCode(plan, inputLimit);
  const body = [...statements, noticesCode(plan, names), `return ${settlementCode(plan, names)};`].join('\n');
  const lines = new Map(plan.layers.flatMap((layer) => layer.lines).map((line) => [line.line, line]));
  const stopped: Stopped = (notices, line, boundBy, unpaid) => {
    const found = lines.get(line);
    const notice = found === undefined ? null : limitNotice(found, unpaid, boundBy);
    return notice === null ? notices : [...notices, notice];
  };
  return makers.of(`${names.declarations()}return function plan(claim) {\n${body}\n};`)(
    plan.notices,
    stopped,
    reasonOf,
    names.constants,
  );
}

/** The notices with the one that a limit stopped a line's payment. */
type Stopped = (notices: readonly Notice[], line: number, boundBy: string, unpaid: number) => readonly Notice[];

/** Makes a plan's function from what differs between plans of one structure. */
type Maker = (
  notices: readonly Notice[],
  stopped: Stopped,
  reason: typeof reasonOf,
  constants: readonly Constant[],
) => GeneratedPlan;

const makers = new Makers<Maker>('NOTICES', 'stopped', 'reasonOf', 'CONSTANTS');

function noticesCode(plan: Plan, names: PlanNames): string {
  const code = ['let notices = NOTICES;'];
  for (const { line, bounds } of plan.layers.flatMap((layer) => layer.lines)) {
    if (bounds.every(({ limit }) => limit === null)) continue;
    const [owed, paid, by] = [names.variable(owedOf(line)), names.variable(paidOf(line)), byOf(line)];
    code.push(`if (${by} !== null && ${by} !== 'left') notices = stopped(notices, ${line}, ${by}, ${owed} - ${paid});`);
  }
  return code.join('\n');
}

function settlementCode(plan: Plan, names: PlanNames): string {
  const lines = plan.layers.flatMap((layer) => layer.lines);
  const pots = plan.selfPay.map(({ pot, variable }) => `${JSON.stringify(pot)}: ${names.variable(variable)}`);
  const total = plan.selfPay.map(({ variable }) => names.variable(variable)).join(' + ') || '0';
  const before = historyCode(plan, ({ before }) => names.variable(before));
  const after = historyCode(plan, ({ after }) => codeOf(after, names));
  return `{
  claimType: ${JSON.stringify(plan.claimType)}, eligible: ${plan.eligible},
  layers: [${plan.layers.map((layer) => layerCode(layer, names)).join(',\n')}],
  paid: ${lines.map(({ line }) => names.variable(paidOf(line))).join(' + ') || '0'},
  selfPay: {${[...pots, `total: ${total}`].join(', ')}},
  history: { before: ${before}, after: ${after} },
  notices,
}`;
}

function layerCode(layer: PlanLayer, names: PlanNames): string {
  const paid = layer.lines.map(({ line }) => names.variable(paidOf(line))).join(' + ') || '0';
  const start = `layer: ${JSON.stringify(layer.layer)}, payer: ${JSON.stringify(layer.payer)}, channel: ${names.constant(layer.channel)}`;
  const settled = layer.settled ? ', settled: true' : '';
  const lines = `[${layer.lines.map((line) => lineCode(line, names)).join(', ')}]`;
  const unpaid = (reason: string, own: string) => `{ ${start}, paid: 0, reason: ${reason}${settled}, lines: ${own} }`;
  if (layer.reason !== null && layer.lines.length === 0) return names.constant(unpaidLayer(layer, layer.reason));
  if (layer.reason !== null) return unpaid(names.constant(layer.reason), lines);
  const paying = `{ ${start}, paid: ${paid}${settled}, lines: ${lines} }`;
  const only = layer.lines[0];
  const reason = layer.lines.length === 1 && only !== undefined ? oneReason(only, names) : `reasonOf(${lines})`;
  return `(${paid}) > 0 ? ${paying} : ${unpaid(reason, lines)}`;
}

/** A layer that pays nothing to any claim of the profile: one object for all of them. */
function unpaidLayer({ layer, payer, channel, settled }: PlanLayer, reason: Reason): SettledLayer {
  return { layer, payer, channel, paid: 0, reason, ...(settled ? { settled: true as const } : {}), lines: [] };
}

/** `reasonOf` for a single line, without building it. */
function oneReason({ line }: PlanLine, names: PlanNames): string {
  const by = byOf(line);
  return `${names.variable(owedOf(line))} > 0 && ${by} !== null ? (${by} === 'left' ? 'nothingLeft' : 'limitUsedUp') : 'nothingOwed'`;
}

function lineCode({ line, rule, funding }: PlanLine, names: PlanNames): string {
  const shares =
    funding === null
      ? ''
      : `, funding: {${funding.map(({ name, variable }) => `${JSON.stringify(name)}: ${names.variable(variable)}`).join(', ')}}`;
  return `{ rule: ${names.constant(rule.name)}, owed: ${names.variable(owedOf(line))}, paid: ${names.variable(paidOf(line))}, boundBy: ${byOf(line)}${shares} }`;
}

function historyCode(plan: Plan, value: (counter: Plan['counters'][number]) => string): string {
  const periods = new Map<string, Map<string, string[]>>();
  for (const one of plan.counters) {
    const { period, name, kind } = one.counter;
    const names = periods.get(period) ?? new Map<string, string[]>();
    periods.set(period, names);
    names.set(name, [...(names.get(name) ?? []), `${kind}: ${value(one)}`]);
  }
  const inner = [...periods].map(([period, names]) => {
    const counters = [...names].map(([name, kinds]) => `${JSON.stringify(name)}: {${kinds.join(', ')}}`);
    return `${JSON.stringify(period)}: {${counters.join(', ')}}`;
  });
  return `{${inner.join(', ')}}`;
}
