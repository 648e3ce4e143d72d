import { byOf, stepsCode } from './generate-steps.ts';
import { Makers } from './makers.ts';
import type { Plan } from './plan.ts';
import type { PlanValues } from './run-plan.ts';
import type { Claim } from './settlement.ts';
import type { Constant } from './tree/code.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** A plan's values as one function; undefined where it must be run the exact way: an amount too large, or a claim to refuse. */
export type GeneratedValues = (claim: Claim) => PlanValues | undefined;

/** The values of a plan's variables, then what bound each line, in a fixed order. */
type Reckoned = (claim: Claim) => readonly (number | string | null)[] | undefined;

/**
 * Generates the function that gives every value on a plan's way, as `runPlan` does for the explanation.
 * @param inputLimit the largest input, in fen or units, up to which every intermediate value is exact
 */
export function generateValues(plan: Plan, inputLimit: bigint): GeneratedValues {
  const { names, statements } = stepsCode(plan, inputLimit);
  const [variables, lines] = [variablesOf(plan), linesOf(plan)];
  const values = [...variables.map((name) => names.variable(name)), ...lines.map(byOf)].join(', ');
  const body = [...statements, `return [${values}];`].join('\n');
  const text = `${names.declarations()}return function values(claim) {\n${body}\n};`;
  const reckon = makers.of(text)(names.constants);
  const places = placesOf(variables);
  const linePlaces = new Map(lines.map((line, index) => [line, variables.length + index]));
  return (claim) => {
    const reckoned = reckon(claim);
    return reckoned === undefined ? undefined : new ReckonedValues(places, linePlaces, reckoned);
  };
}

/** Numbers in place of a map: most of them nobody asks for. */
class ReckonedValues implements PlanValues {
  readonly values: PlanValues['values'];
  readonly boundBy: PlanValues['boundBy'];

  constructor(
    places: ReadonlyMap<string, number>,
    lines: ReadonlyMap<number, number>,
    reckoned: readonly (number | string | null)[],
  ) {
    const at = <Key>(found: ReadonlyMap<Key, number>, key: Key) => reckoned[found.get(key) ?? -1] ?? undefined;
    this.values = {
      get: (name) => {
        const value = at(places, name);
        return typeof value === 'number' ? BigInt(value) : undefined;
      },
    };
    this.boundBy = { get: (line) => at(lines, line) as string | undefined };
  }
}

function variablesOf({ variables, steps }: Plan): readonly string[] {
  return [
    ...variables.map(({ name }) => name),
    ...steps.flatMap((step) => {
      if (step.kind === 'let') return [step.name];
      return step.kind === 'pay' ? [owedOf(step.line), paidOf(step.line)] : [];
    }),
  ];
}

function linesOf({ steps }: Plan): readonly number[] {
  return steps.flatMap((step) => (step.kind === 'pay' ? [step.line] : []));
}

/** Where variables stand, by their names: most plans of a rule set have the same. */
const places = new Map<string, ReadonlyMap<string, number>>();
const REMEMBERED = 4096;

function placesOf(variables: readonly string[]): ReadonlyMap<string, number> {
  const key = variables.join();
  let found = places.get(key);
  if (found === undefined) {
    if (places.size >= REMEMBERED) places.clear();
    found = new Map(variables.map((name, index) => [name, index]));
    places.set(key, found);
  }
  return found;
}

type Maker = (constants: readonly Constant[]) => Reckoned;

const makers = new Makers<Maker>('CONSTANTS');
