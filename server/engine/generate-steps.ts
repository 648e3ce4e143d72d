import { stepsOf } from '../rulesets/claim-paths.ts';
import { PathReader } from './generate-path.ts';
import type { Plan, Step } from './plan.ts';
import { isUnits, pathOf, type Source } from './source.ts';
import { type Constant, codeOf, type Names } from './tree/code.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** The code of a plan's arithmetic: afterwards its variables, and what bound each line, are there by their names. */
export interface StepsCode {
  readonly names: PlanNames;
  /** Statements of a function of `claim`; it returns undefined where the claim must be read the exact way. */
  readonly statements: readonly string[];
}

/**
 * Writes a plan's steps as code: amounts read straight from the claim, arithmetic on whole numbers in doubles. It is given no
 * text of a claim, only names that the language's own patterns allow, each written as a JSON string.
 * @param inputLimit the largest input, in fen or units, up to which every intermediate value is exact
 */
export function stepsCode(plan: Plan, inputLimit: bigint): StepsCode {
  const names = new PlanNames();
  const paths = new PathReader();
  const read = inputs(plan, names, paths, inputLimit);
  const steps = plan.steps.map((step) => {
    if (step.kind === 'let') return `const ${names.variable(step.name)} = ${codeOf(step.value, names)};`;
    if (step.kind === 'pay') return payment(step, names);
    return `if (${names.variable(step.smaller)} > ${codeOf(step.larger, names)}) return undefined;`;
  });
  return { names, statements: [...paths.declarations, ...read, ...steps] };
}

/** Short names for a plan's variables, and its constants in the order they are met. */
export class PlanNames implements Names {
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
  const sent = paths.read(stepsOf(pathOf(source)));
  switch (source.kind) {
    case 'money': {
      const round = (value: string) => `Math.round(${value} * 100)`;
      return source.otherwise === 0
        ? round(`(${sent} ?? 0)`)
        : `(${sent} === undefined ? ${source.otherwise} : ${round(sent)})`;
    }
    case 'count':
      if (source.places === 0) return `(${sent} ?? ${source.otherwise})`;
      return `(${sent} === undefined ? ${source.otherwise} : Math.round(${sent} * ${10 ** source.places}))`;
    default:
      return isUnits(source) ? `(${sent} ?? 0)` : `Math.round((${sent} ?? 0) * 100)`;
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

/** Name of the variable that holds what bound a line: the bound's name, or null. */
export const byOf = (line: number): string => `b${line}`;
