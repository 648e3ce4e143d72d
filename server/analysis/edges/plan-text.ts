import type { Plan, Step } from '../../engine/plan.ts';
import type { Expression } from '../../engine/tree/expression.ts';

/**
 * The arithmetic of a plan as text: two plans of one text pay every claim alike. Names of rules and limits, words and
 * notices are not in it; names of layers are.
 */
export function planText({ eligible, variables, steps, layers, selfPay }: Plan): string {
  const read = variables.map(({ name, source }) => `${name}${'otherwise' in source ? `=${source.otherwise}` : ''}`);
  const paid = layers.map(({ layer, lines }) => `${layer}:${lines.map(({ line }) => line).join()}`);
  const left = selfPay.map(({ pot, variable }) => `${pot}=${variable}`);
  return [String(eligible), ...read, ...steps.map(stepText), ...paid, ...left].join('\n');
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
