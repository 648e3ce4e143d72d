import type { Counter } from './counters.ts';

/** What a counter is called by. */
type CounterName = Pick<Counter, 'period' | 'name' | 'kind'>;

/** What a claim brings at a path beside its facts. */
export type Brought =
  | { readonly kind: 'counter'; readonly counter: CounterName }
  | { readonly kind: 'settled'; readonly layer: string }
  | { readonly kind: 'elsewhere'; readonly pot: string };

const HISTORY = 'history';
const SETTLED = 'settled';
const ELSEWHERE = 'paidElsewhere';

/** What a claim says beside its facts, and names that conditions and keys give a meaning of their own: no id of a fact begins with one. */
export const RESERVED: readonly string[] = ['type', 'claim', 'terms', HISTORY, SETTLED, ELSEWHERE];

/** Where a claim brings a counter of its history. */
export function historyPath({ period, name, kind }: CounterName): string {
  return `${HISTORY}.${period}.${name}.${kind}`;
}

/** Where a claim says what another system settled of a layer. */
export function settledPath(layer: string): string {
  return `${SETTLED}.${layer}`;
}

/** Where a claim says what others paid of a pot. */
export function elsewherePath(pot: string): string {
  return `${ELSEWHERE}.${pot}`;
}

/** What a claim brings at a path; null where it is the path of a fact. By the first word alone: a fact may end like any of them. */
export function broughtAt(path: string): Brought | null {
  const [first, ...steps] = stepsOf(path);
  switch (first) {
    case HISTORY: {
      const [period = '', name = '', kind = ''] = steps;
      return { kind: 'counter', counter: { period, name, kind: kind as Counter['kind'] } };
    }
    case SETTLED:
      return { kind: 'settled', layer: steps[0] ?? '' };
    case ELSEWHERE:
      return { kind: 'elsewhere', pot: steps[0] ?? '' };
    default:
      return null;
  }
}

/** The counter that a claim brings at a path; null where it brings none. */
export function counterAt(path: string): CounterName | null {
  const brought = broughtAt(path);
  return brought?.kind === 'counter' ? brought.counter : null;
}

/** The keys that lead to a path in a claim. A pot is one key, also where its name has dots. */
export function stepsOf(path: string): readonly string[] {
  const start = ELSEWHERE.length + 1;
  return path.startsWith(elsewherePath('')) ? [ELSEWHERE, path.slice(start)] : path.split('.');
}

/** What a claim sends at a fact's path; undefined where a part of the path is absent. */
export function sentAt(claim: unknown, path: string): unknown {
  let value: unknown = claim;
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** The JSON pointer of a path in a request. */
export function pointerOf(path: string): string {
  return `/claim/${stepsOf(path).join('/')}`;
}
