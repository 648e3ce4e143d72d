import type { Plan, Step } from '../../engine/plan.ts';
import type { Expression } from '../../engine/tree/expression.ts';
import { addNames, expressionsOf, liveSteps } from './live-steps.ts';

/**
 * The arithmetic of a plan as text: two plans of one text pay every claim alike. Names of rules and limits, words and
 * notices are not in it; names of layers that pay are.
 */
export function planText(plan: Plan): string {
  const steps = liveSteps(plan);
  const read = new Set<string>();
  for (const step of steps) for (const expression of expressionsOf(step)) addNames(expression, read);
  const defaults = plan.variables.flatMap(({ name, source }) =>
    read.has(name) && 'otherwise' in source && source.otherwise !== 0 ? [`${name}=${source.otherwise}`] : [],
  );
  const paying = plan.layers.filter(({ lines }) => lines.length > 0);
  const paid = paying.map(({ layer, lines }) => `${layer}:${lines.map(({ line }) => line).join()}`);
  const left = plan.selfPay.map(({ pot, variable }) => `${pot}=${variable}`);
  return [...defaults, ...steps.map(stepText), ...paid, ...left].join('\n');
}

function stepText(step: Step): string {
  if (step.kind === 'let') return `${step.name} ${text(step.value)}`;
  if (step.kind === 'require') return `? ${step.smaller} ${text(step.larger)}`;
  return `! ${step.line} ${text(step.owed)} ${step.bounds.map(({ room }) => text(room)).join(' ')}`;
}

function text(expression: Expression): string {
  switch (expression.op) {
    case 'constant':
      return String(expression.value);
    case 'variable':
      return expression.name;
    case 'scale':
      return `(${expression.by}*${text(expression.of)})`;
    case 'divide':
      return `(${text(expression.of)}/${expression.by})`;
    default:
      return `(${expression.op} ${text(expression.left)} ${text(expression.right)})`;
  }
}
