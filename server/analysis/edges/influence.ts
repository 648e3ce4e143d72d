import type { Plan, Step } from '../../engine/plan.ts';
import { paidOf } from '../../engine/variable-names.ts';
import { addNames, expressionsOf } from './live-steps.ts';

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
    const of = (step: Step) => {
      const names = new Set<string>();
      for (const expression of expressionsOf(step)) addNames(expression, names);
      return new Set([...names].flatMap((name) => [...(known.get(name) ?? [])]));
    };
    for (const step of plan.steps) {
      if (step.kind === 'let') known.set(step.name, of(step));
      if (step.kind !== 'pay') continue;
      const paid = of(step);
      known.set(paidOf(step.line), paid);
      this.#payments.push(paid);
    }
  }
}
