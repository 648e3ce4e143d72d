import { PathReader } from './generate-path.ts';
import { owedOf, type Plan, type PlanLayer, type PlanLine, paidOf, type Source } from './plan.ts';
import { limitNotice, reasonOf } from './run-plan.ts';
import type { Claim, Line, Notice, Settlement } from './settlement.ts';
import { codeOf } from './tree/code.ts';

/** A plan as one function; undefined where it must be run the exact way: an amount too large, or a claim to refuse. */
export type GeneratedPlan = (claim: Claim) => Settlement | undefined;

/**
 * Generates the function of a plan: amounts read straight from the claim, arithmetic on whole numbers in doubles, the
 * settlement written as one object literal. It is given no text of a claim, only names that the language's own patterns
 * allow, each written as a JSON string.
 * @param inputLimit the largest input, in fen or units, up to which every intermediate value is exact; null: no check needed
 */
export function generatePlan(plan: Plan, inputLimit: bigint | null): GeneratedPlan {
  const names = new Map<string, string>();
  const nameOf = (name: string) => {
    let short = names.get(name);
    if (short === undefined) {
      short = `v${names.size}`;
      names.set(name, short);
    }
    return short;
  };
  const paths = new PathReader();
  const read = inputs(plan, nameOf, paths, inputLimit);
  const body = [
    ...paths.declarations,
    ...read,
    ...plan.steps.map((step) => {
      if (step.kind === 'let') return `const ${nameOf(step.name)} = ${codeOf(step.value, nameOf)};`;
      if (step.kind === 'require')
        return `if (${nameOf(step.smaller)} > ${codeOf(step.larger, nameOf)}) return undefined;`;
      return payment(
        step.line,
        codeOf(step.owed, nameOf),
        step.bounds.map(({ name, room }) => [name, codeOf(room, nameOf)]),
        nameOf,
      );
    }),
    noticesCode(plan, nameOf),
    `return ${settlementCode(plan, nameOf)};`,
  ].join('\n');
  const lines = plan.layers.flatMap((layer) => layer.lines);
  const stopped = (line: number, boundBy: string, unpaid: number): readonly Notice[] => {
    const found = lines.find((one) => one.line === line);
    return found === undefined ? [] : limitNotice(found, (name) => (name === owedOf(line) ? unpaid : 0), boundBy);
  };
  const reason = (settled: readonly Line[]) => reasonOf(settled);
  const make = new Function(
    'NOTICES',
    'stopped',
    'reasonOf',
    `'use strict'; return function plan(claim) {\n${body}\n};`,
  );
  return make(plan.notices, stopped, reason) as GeneratedPlan;
}

function inputs(
  plan: Plan,
  nameOf: (name: string) => string,
  paths: PathReader,
  limit: bigint | null,
): readonly string[] {
  const code = plan.variables.map(({ name, source }) => `const ${nameOf(name)} = ${sourceCode(source, paths)};`);
  if (limit === null || plan.variables.length === 0) return code;
  const above = plan.variables.map(({ name }) => `${nameOf(name)} > ${limit}`).join(' || ');
  return [...code, `if (${above}) return undefined;`];
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

function payment(
  line: number,
  owed: string,
  bounds: readonly (readonly [string, string])[],
  nameOf: (name: string) => string,
): string {
  const [owedName, paidName, byName] = [nameOf(owedOf(line)), nameOf(paidOf(line)), byOf(line)];
  const code = [`const ${owedName} = ${owed};`, `let ${paidName} = ${owedName}, ${byName} = null;`];
  bounds.forEach(([name, room], index) => {
    const roomName = `${byName}r${index}`;
    code.push(
      `const ${roomName} = ${room}; if (${roomName} < ${paidName}) { ${paidName} = ${roomName}; ${byName} = ${JSON.stringify(name)}; }`,
    );
  });
  return code.join('\n');
}

const byOf = (line: number): string => `b${line}`;

function noticesCode(plan: Plan, nameOf: (name: string) => string): string {
  const code = ['let notices = NOTICES;'];
  for (const { line, bounds } of plan.layers.flatMap((layer) => layer.lines)) {
    if (bounds.every(({ limit }) => limit === null)) continue;
    const [owed, paid, by] = [nameOf(owedOf(line)), nameOf(paidOf(line)), byOf(line)];
    code.push(
      `if (${by} !== null && ${by} !== 'left') notices = notices.concat(stopped(${line}, ${by}, ${owed} - ${paid}));`,
    );
  }
  return code.join('\n');
}

function settlementCode(plan: Plan, nameOf: (name: string) => string): string {
  const lines = plan.layers.flatMap((layer) => layer.lines);
  const pots = plan.selfPay.map(({ pot, variable }) => `${JSON.stringify(pot)}: ${nameOf(variable)}`);
  const total = plan.selfPay.map(({ variable }) => nameOf(variable)).join(' + ') || '0';
  const before = historyCode(plan, ({ before }) => nameOf(before));
  const after = historyCode(plan, ({ after }) => codeOf(after, nameOf));
  return `{
  claimType: ${JSON.stringify(plan.claimType)}, eligible: ${plan.eligible},
  layers: [${plan.layers.map((layer) => layerCode(layer, nameOf)).join(',\n')}],
  paid: ${lines.map(({ line }) => nameOf(paidOf(line))).join(' + ') || '0'},
  selfPay: {${[...pots, `total: ${total}`].join(', ')}},
  history: { before: ${before}, after: ${after} },
  notices,
}`;
}

function layerCode(layer: PlanLayer, nameOf: (name: string) => string): string {
  const paid = layer.lines.map(({ line }) => nameOf(paidOf(line))).join(' + ') || '0';
  const start = `layer: ${JSON.stringify(layer.layer)}, payer: ${JSON.stringify(layer.payer)}, channel: ${JSON.stringify(layer.channel)}`;
  const settled = layer.settled ? ', settled: true' : '';
  const lines = `[${layer.lines.map((line) => lineCode(line, nameOf)).join(', ')}]`;
  const unpaid = (reason: string, own: string) => `{ ${start}, paid: 0, reason: ${reason}${settled}, lines: ${own} }`;
  if (layer.reason !== null) return unpaid(JSON.stringify(layer.reason), lines);
  const paying = `{ ${start}, paid: ${paid}${settled}, lines: ${lines} }`;
  const only = layer.lines[0];
  const reason = layer.lines.length === 1 && only !== undefined ? oneReason(only, nameOf) : `reasonOf(${lines})`;
  return `(${paid}) > 0 ? ${paying} : ${unpaid(reason, lines)}`;
}

/** `reasonOf` for a single line, without building it. */
function oneReason({ line }: PlanLine, nameOf: (name: string) => string): string {
  const by = byOf(line);
  return `${nameOf(owedOf(line))} > 0 && ${by} !== null ? (${by} === 'left' ? 'nothingLeft' : 'limitUsedUp') : 'nothingOwed'`;
}

function lineCode({ line, rule, funding }: PlanLine, nameOf: (name: string) => string): string {
  const shares =
    funding === null
      ? ''
      : `, funding: {${funding.map(({ name, variable }) => `${JSON.stringify(name)}: ${nameOf(variable)}`).join(', ')}}`;
  return `{ rule: ${JSON.stringify(rule.name)}, owed: ${nameOf(owedOf(line))}, paid: ${nameOf(paidOf(line))}, boundBy: ${byOf(line)}${shares} }`;
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
