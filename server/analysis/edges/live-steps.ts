import type { Plan, Step } from '../../engine/plan.ts';
import { pathOf } from '../../engine/source.ts';
import type { Expression } from '../../engine/tree/expression.ts';
import { paidOf } from '../../engine/variable-names.ts';

/**
 * The steps of a plan that payments, refusals and what is left depend on: neither what counters stand at after the claim nor
 * who brings a premium.
 */
export function liveSteps({ steps, selfPay, layers }: Plan): readonly Step[] {
  const needed = new Set(selfPay.map(({ variable }) => variable));
  for (const { lines } of layers) for (const { line } of lines) needed.add(paidOf(line));
  const live: Step[] = [];
  for (const step of steps.toReversed()) {
    if (step.kind === 'let' && !needed.has(step.name)) continue;
    for (const expression of expressionsOf(step)) addNames(expression, needed);
    if (step.kind === 'require') needed.add(step.smaller);
    live.push(step);
  }
  return live.reverse();
}

/** The counters on which what {@link liveSteps} come to depends, by their paths in the claim. */
export function countersRead(plan: Plan): ReadonlySet<string> {
  const read = new Set<string>();
  for (const step of liveSteps(plan)) for (const expression of expressionsOf(step)) addNames(expression, read);
  const counters = plan.variables.filter(({ name, source }) => source.kind === 'counter' && read.has(name));
  return new Set(counters.map(({ source }) => pathOf(source)));
}

/** The expressions of a step. */
export function expressionsOf(step: Step): readonly Expression[] {
  if (step.kind === 'let') return [step.value];
  return step.kind === 'require' ? [step.larger] : [step.owed, ...step.bounds.map(({ room }) => room)];
}

/** Adds the names of the variables that an expression reads. */
export function addNames(expression: Expression, names: Set<string>): void {
  switch (expression.op) {
    case 'constant':
      return;
    case 'variable':
      names.add(expression.name);
      return;
    case 'scale':
    case 'divide':
      addNames(expression.of, names);
      return;
    default:
      addNames(expression.left, names);
      addNames(expression.right, names);
  }
}
