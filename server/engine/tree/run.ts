import { floorDivide } from '../../domain/floor-divide.ts';
import type { Expression } from './expression.ts';

/** Values of a plan's variables while it is run. */
export type Values = Map<string, bigint>;

/** Values of variables, by name. */
export type Known = Pick<ReadonlyMap<string, bigint>, 'get'>;

/** The value of an expression: exact, whatever its size. */
export function run(expression: Expression, values: Known): bigint {
  switch (expression.op) {
    case 'constant':
      return expression.value;
    case 'variable':
      return values.get(expression.name) ?? unknown(expression.name);
    case 'scale':
      return expression.by * run(expression.of, values);
    case 'divide':
      return floorDivide(run(expression.of, values), expression.by);
    default: {
      const left = run(expression.left, values);
      const right = run(expression.right, values);
      if (expression.op === 'add') return left + right;
      if (expression.op === 'subtract') return left - right;
      return (expression.op === 'min') === left < right ? left : right;
    }
  }
}

function unknown(name: string): never {
  throw new Error(`a plan reads ${name} before it is known`);
}
