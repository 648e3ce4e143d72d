import { byOf, type PlanNames, stepsCode } from './generate-steps.ts';
import { Makers } from './makers.ts';
import type { Plan, PlanLayer, PlanLine } from './plan.ts';
import type { Claim } from './settlement.ts';
import { boundsOf, layOut, type Place, type Tally } from './tally.ts';
import { type Constant, codeOf } from './tree/code.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** A plan as one function; undefined where it must be run the exact way: an amount too large, or a claim to refuse. */
export type GeneratedTally = (claim: Claim) => Tally | undefined;

/**
 * Generates the function that gives a plan's tally: its steps, then its numbers in one array.
 * @param inputLimit the largest input, in fen or units, up to which every intermediate value is exact
 */
export function generateTally(plan: Plan, inputLimit: bigint): GeneratedTally {
  const { names, statements } = stepsCode(plan, inputLimit);
  const code: string[] = [];
  const write = (place: Place) => code.push(placeCode(plan, place, names));
  layOut(plan, {
    number: (place) => write(place),
    text: (place) => String(write(place)),
  });
  const body = [...statements, `return [${code.join(', ')}];`].join('\n');
  return makers.of(`${names.declarations()}return function tally(claim) {\n${body}\n};`)(names.constants);
}

type Maker = (constants: readonly Constant[]) => GeneratedTally;

const makers = new Makers<Maker>('CONSTANTS');

function placeCode(plan: Plan, place: Place, names: PlanNames): string {
  switch (place.kind) {
    case 'paid':
      return sum(plan.layers.flatMap(paidIn), names);
    case 'layerPaid':
      return sum(paidIn(place.layer), names);
    case 'reason':
      return reasonCode(place.layer, names);
    case 'owed':
      return names.variable(owedOf(place.line.line));
    case 'linePaid':
      return names.variable(paidOf(place.line.line));
    case 'boundBy':
      return boundCode(place.line, names);
    case 'variable':
      return names.variable(place.variable);
    case 'selfPay':
      return sum(
        plan.selfPay.map(({ variable }) => variable),
        names,
      );
    case 'before':
      return names.variable(place.counter.before);
    default:
      return codeOf(place.counter.after, names);
  }
}

const paidIn = ({ lines }: PlanLayer): readonly string[] => lines.map(({ line }) => paidOf(line));

function sum(variables: readonly string[], names: PlanNames): string {
  return variables.map((variable) => names.variable(variable)).join(' + ') || '0';
}

/** As `reasonOf` says: what bound the first line that owed something, else that nothing was owed. */
function reasonCode(layer: PlanLayer, names: PlanNames): string {
  const why = layer.lines.map(({ line }) => {
    const by = byOf(line);
    return `${names.variable(owedOf(line))} > 0 ? (${by} === null ? 1 : ${by} === 'left' ? 2 : 3) : `;
  });
  return `(${sum(paidIn(layer), names)}) > 0 ? 0 : ${why.join('')}1`;
}

function boundCode(line: PlanLine, names: PlanNames): string {
  const by = byOf(line.line);
  const [, ...bounds] = boundsOf(line);
  const choices = bounds.map((name, index) => `${by} === ${names.constant(name)} ? ${index + 1} : `);
  return `${choices.join('')}0`;
}
