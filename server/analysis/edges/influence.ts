import type { Plan } from '../../engine/plan.ts';
import { paidOf } from '../../engine/plan.ts';
import type { Expression } from '../../engine/tree/expression.ts';

/**
 * Which amounts of a claim have a say in one payment together: along the one, payments turn elsewhere when the other
 * changes.
 */
export class Influence {
  /** For each payment, the amounts that it depends on. */
  readonly #payments: ReadonlySet<string>[] = [];

  /** @param plans each with the path of every variable's source */
  constructor(plans: readonly { readonly plan: Plan; readonly paths: readonly string[] }[]) {
    for (const { plan, paths } of plans) this.#read(plan, paths);
  }

  /** Whether some payment depends on both. */
  together(one: string, other: string): boolean {
    return this.#payments.some((paths) => paths.has(one) && paths.has(other));
  }

  #read(plan: Plan, paths: readonly string[]): void {
    const known = new Map<string, ReadonlySet<string>>(
      plan.variables.map(({ name }, at) => [name, new Set([paths[at] ?? name])]),
    );
    const all = (expressions: readonly Expression[]) => {
      const found = new Set<string>();
      for (const expression of expressions) gather(expression, known, found);
      return found;
    };
    for (const step of plan.steps) {
      if (step.kind === 'let') known.set(step.name, all([step.value]));
      if (step.kind !== 'pay') continue;
      const paid = all([step.owed, ...step.bounds.map(({ room }) => room)]);
      known.set(paidOf(step.line), paid);
      this.#payments.push(paid);
    }
  }
}

function gather(expression: Expression, known: ReadonlyMap<string, ReadonlySet<string>>, found: Set<string>): void {
  switch (expression.op) {
    case 'constant':
      return;
    case 'variable':
      for (const path of known.get(expression.name) ?? []) found.add(path);
      return;
    case 'scale':
    case 'divide':
      gather(expression.of, known, found);
      return;
    default:
      gather(expression.left, known, found);
      gather(expression.right, known, found);
  }
}
