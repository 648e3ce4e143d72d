import { PathReader } from './generate-path.ts';
import { owedOf, type Plan, type PlanLayer, type PlanLine, paidOf, type Source, type Step } from './plan.ts';
import { limitNotice, reasonOf } from './run-plan.ts';
import type { Claim, Notice, Reason, SettledLayer, Settlement } from './settlement.ts';
import { type Constant, codeOf, type Names } from './tree/code.ts';

/** A plan as one function; undefined where it must be run the exact way: an amount too large, or a claim to refuse. */
export type GeneratedPlan = (claim: Claim) => Settlement | undefined;

/**
 * Generates the function of a plan: amounts read straight from the claim, arithmetic on whole numbers in doubles, the
 * settlement written as one object literal. It is given no text of a claim, only names that the language's own patterns
 * allow, each written as a JSON string.
 * @param inputLimit the largest input, in fen or units, up to which every intermediate value is exact
 */
export function generatePlan(plan: Plan, inputLimit: bigint): GeneratedPlan {
  const names = new PlanNames();
  const paths = new PathReader();
  const read = inputs(plan, names, paths, inputLimit);
  const steps = plan.steps.map((step) => {
    if (step.kind === 'let') return `const ${names.variable(step.name)} = ${codeOf(step.value, names)};`;
    if (step.kind === 'pay') return payment(step, names);
    return `if (${names.variable(step.smaller)} > ${codeOf(step.larger, names)}) return undefined;`;
  });
  const answer = [noticesCode(plan, names), `return ${settlementCode(plan, names)};`];
  const body = [...paths.declarations, ...read, ...steps, ...answer].join('\n');
  const lines = new Map(plan.layers.flatMap((layer) => layer.lines).map((line) => [line.line, line]));
  const stopped: Stopped = (notices, line, boundBy, unpaid) => {
    const found = lines.get(line);
    const notice = found === undefined ? null : limitNotice(found, unpaid, boundBy);
    return notice === null ? notices : [...notices, notice];
  };
  return makerOf(`${names.declarations()}return function plan(claim) {\n${body}\n};`)(
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

/**
 * Makers by their text. Functions made by one maker share their machine code: hundreds of profiles of few structures soon
 * run as fast as one.
 */
const makers = new Map<string, Maker>();
const REMEMBERED_MAKERS = 4096;

function makerOf(text: string): Maker {
  let maker = makers.get(text);
  if (maker === undefined) {
    if (makers.size >= REMEMBERED_MAKERS) makers.clear();
    maker = new Function('NOTICES', 'stopped', 'reasonOf', 'CONSTANTS', `'use strict';\n${text}`) as Maker;
    makers.set(text, maker);
  }
  return maker;
}

/** Short names for a plan's variables, and its constants in the order they are met. */
class PlanNames implements Names {
  readonly constants: Constant[] = [];
  readonly #variables = new Map<string, string>();

  variable(name: string): string {
    let short = this.#variables.get(name);
    if (short === undefined) {
      short = `v${this.#variables.size}`;
      this.#variables.set(name, short);
    }
    return short;
  }

  constant(value: Constant): string {
    this.constants.push(value);
    return `c${this.constants.length - 1}`;
  }

  /** Binds the constants; to be asked once all have been met. */
  declarations(): string {
    return this.constants.map((_, index) => `const c${index} = CONSTANTS[${index}];\n`).join('');
  }
}

function inputs(plan: Plan, names: Names, paths: PathReader, limit: bigint | null): readonly string[] {
  const code = plan.variables.map(
    ({ name, source }) => `const ${names.variable(name)} = ${sourceCode(source, paths)};`,
  );
  if (plan.variables.length === 0) return code;
  // Whatever is no amount of this size, NaN too, is left to the exact run, which says what is wrong with it.
  const most = names.constant(Number(limit));
  const fits = plan.variables
    .map(({ name }) => names.variable(name))
    .map((name) => `${name} >= 0 && ${name} <= ${most}`);
  return [...code, `if (!(${fits.join(' && ')})) return undefined;`];
}

function sourceCode(source: Source, paths: PathReader): string {
  switch (source.kind) {
    case 'money': {
      const sent = paths.read(source.fact.split('.'));
      const round = (value: string) => `Math.round(${value} * 100)`;
      return source.otherwise === 0
        ? round(`(${sent} ?? 0)`)
        : `(${sent} === undefined ? ${source.otherwise} : ${round(sent)})`;
    }
    case 'count':
      return `(${paths.read(source.fact.split('.'))} ?? ${source.otherwise})`;
    case 'elsewhere':
      return `Math.round((${paths.read(['paidElsewhere', source.pot])} ?? 0) * 100)`;
    case 'settled':
      return `Math.round((${paths.read(['settled', source.layer])} ?? 0) * 100)`;
    default: {
      const { period, name, kind } = source.counter;
      const sent = `(${paths.read(['history', period, name, kind])} ?? 0)`;
      return kind === 'count' ? sent : `Math.round(${sent} * 100)`;
    }
  }
}

function payment({ line, owed, bounds }: Step & { kind: 'pay' }, names: Names): string {
  const [owedName, paidName, byName] = [names.variable(owedOf(line)), names.variable(paidOf(line)), byOf(line)];
  const code = [`const ${owedName} = ${codeOf(owed, names)};`, `let ${paidName} = ${owedName}, ${byName} = null;`];
  bounds.forEach(({ name, room }, index) => {
    const roomName = `${byName}r${index}`;
    const taken = `${paidName} = ${roomName}; ${byName} = ${names.constant(name)};`;
    code.push(`const ${roomName} = ${codeOf(room, names)}; if (${roomName} < ${paidName}) { ${taken} }`);
  });
  return code.join('\n');
}

const byOf = (line: number): string => `b${line}`;

function noticesCode(plan: Plan, names: Names): string {
  const code = ['let notices = NOTICES;'];
  for (const { line, bounds } of plan.layers.flatMap((layer) => layer.lines)) {
    if (bounds.every(({ limit }) => limit === null)) continue;
    const [owed, paid, by] = [names.variable(owedOf(line)), names.variable(paidOf(line)), byOf(line)];
    code.push(`if (${by} !== null && ${by} !== 'left') notices = stopped(notices, ${line}, ${by}, ${owed} - ${paid});`);
  }
  return code.join('\n');
}

function settlementCode(plan: Plan, names: Names): string {
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

function layerCode(layer: PlanLayer, names: Names): string {
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
function oneReason({ line }: PlanLine, names: Names): string {
  const by = byOf(line);
  return `${names.variable(owedOf(line))} > 0 && ${by} !== null ? (${by} === 'left' ? 'nothingLeft' : 'limitUsedUp') : 'nothingOwed'`;
}

function lineCode({ line, rule, funding }: PlanLine, names: Names): string {
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
