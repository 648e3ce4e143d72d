import type { Figure } from './language.ts';

/** The `$reference` of the standard that a figure starts from: itself, or its `amount`. */
export function amountOf(figure: Figure): string {
  return typeof figure === 'string' ? figure : figure.amount;
}

/** The ids of all standards that figures name, however deep. */
export function standardsNamed(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('$') ? [value.slice(1)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(standardsNamed);
}

/** The facts whose product a figure counts: none, one or several. */
export function factsOfEach(each: unknown): readonly string[] {
  return (Array.isArray(each) ? each : [each]).filter((one) => typeof one === 'string');
}

/** The facts that figures count by, each once: wherever they stand among a form's params, or as a limit's amount. */
export function factsCounted(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'each' in value ? factsOfEach(value.each) : [];
  return [...new Set([...own, ...Object.values(value).flatMap(factsCounted)])];
}

/** The parts of a figure that its fact `each` may count, as a figure writes them. */
type Counting = Readonly<Partial<Record<'each' | 'more' | 'less', unknown>>>;

/** Whether the amount itself is that of each of a fact, and not what `more` or `less` changes it by. */
export function isForEach({ each, more, less }: Counting): boolean {
  return each !== undefined && more === undefined && less === undefined;
}
