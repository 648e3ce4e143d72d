/** A term of SMT-LIB as it stands in a text. */
type Term = string | readonly Term[];

/** What a text says of the values that its amounts have. */
export interface Told {
  /** Every assertion in order, but those that say what a rounded quotient is. */
  readonly holds: readonly boolean[];
  readonly quotients: number;
}

/**
 * Evaluates a text of the solver's language in whole numbers, without a solver and without anything of the product. A
 * quotient is looked for by its own assertion: the number that meets it, which no neighbour may meet as well.
 */
export function evaluated(text: string, amounts: ReadonlyMap<string, bigint>): Told {
  const values = new Map<string, bigint>();
  const holds: boolean[] = [];
  let [open, quotients] = ['', 0];
  for (const line of text.split('\n')) {
    const [term] = parsed(line);
    if (!Array.isArray(term)) throw new Error(`no command: ${line}`);
    const [command, name, ...rest] = term as [string, string, ...Term[]];
    if (command === 'declare-const') {
      const known = amounts.get(name.replaceAll('|', ''));
      if (known === undefined) open = name;
      else values.set(name, known);
    } else if (command === 'define-fun') values.set(name, number(rest[2] as Term, values));
    else if (command === 'assert' && open !== '') {
      values.set(open, quotientIn(name, open, values));
      [open, quotients] = ['', quotients + 1];
    } else if (command === 'assert') holds.push(truth(name, values));
    else throw new Error(`unknown command: ${line}`);
  }
  return { holds, quotients };
}

/** `(and (<= (* d q) x) (< x (* d (+ q 1))))`: from a first guess by halves, to the number that meets it. */
function quotientIn(assertion: Term, name: string, values: Map<string, bigint>): bigint {
  const meets = (guess: bigint) => truth(assertion, new Map(values).set(name, guess));
  let [low, high] = [-(10n ** 30n), 10n ** 30n];
  const [, first] = assertion as readonly [string, Term, Term];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (truth(first, new Map(values).set(name, middle))) low = middle;
    else high = middle - 1n;
  }
  if (!meets(low) || meets(low - 1n) || meets(low + 1n)) throw new Error(`no one number meets ${name}`);
  return low;
}

function number(term: Term, values: ReadonlyMap<string, bigint>): bigint {
  if (typeof term === 'string') return values.get(term) ?? BigInt(term);
  const [operator, ...parts] = term as [string, ...Term[]];
  const of = (at: number) => number(parts[at] as Term, values);
  switch (operator) {
    case '+':
      return parts.reduce((sum, part) => sum + number(part, values), 0n);
    case '-':
      return parts.length === 1 ? -of(0) : of(0) - of(1);
    case '*':
      return of(0) * of(1);
    case 'ite':
      return truth(parts[0] as Term, values) ? of(1) : of(2);
    default:
      throw new Error(`unknown function ${operator}`);
  }
}

function truth(term: Term, values: ReadonlyMap<string, bigint>): boolean {
  const [operator, ...parts] = term as [string, ...Term[]];
  if (operator === 'and') return parts.every((part) => truth(part, values));
  if (operator === 'or') return parts.some((part) => truth(part, values));
  const [left, right] = parts.map((part) => number(part, values)) as [bigint, bigint];
  if (operator === '<=') return left <= right;
  if (operator === '<') return left < right;
  if (operator === '>=') return left >= right;
  if (operator === '>') return left > right;
  if (operator === '=') return left === right;
  throw new Error(`unknown predicate ${operator}`);
}

function parsed(text: string): readonly Term[] {
  const stack: Term[][] = [[]];
  for (const [token] of text.matchAll(/\(|\)|\|[^|]*\||[^\s()]+/g)) {
    if (token === '(') stack.push([]);
    else if (token === ')') {
      const done = stack.pop();
      if (done === undefined || stack.length === 0) throw new Error(`unbalanced: ${text}`);
      stack.at(-1)?.push(done);
    } else stack.at(-1)?.push(token);
  }
  return stack[0] ?? [];
}
