import type { Row, Scalar, StandardValue } from '../../../rulesets/language.ts';
import { mergeRows, rowOf } from '../../../rulesets/rows.ts';
import { isList, isMap, isRows } from '../../../rulesets/standard-at.ts';
import type { Step } from '../difference.ts';

/**
 * A standard's value with another one at some place. What only the earlier side named is taken out, so that `otherwise`
 * speaks there, or nothing.
 * @throws RangeError where the value has no such place
 */
export function valueWith(value: StandardValue, at: readonly Step[], after: StandardValue | null): StandardValue {
  const [step, ...steps] = at;
  if (step === undefined) return placed(after);
  if (step.kind === 'item' && isList(value)) return listWith(value, step.item, after !== null);
  if (step.kind === 'key' && isMap(value)) {
    const { [step.key]: own, ...others } = value;
    if (step.named === 'before') return others;
    return { ...others, [step.key]: own === undefined ? placed(after) : valueWith(own, steps, after) };
  }
  if (step.kind === 'row' && isRows(value)) return rowsWith(value, step, steps, after);
  throw new RangeError(`no ${step.kind} in a value of another shape`);
}

function placed(after: StandardValue | null): StandardValue {
  if (after === null) throw new RangeError('a value cannot be taken away where others stand');
  return after;
}

function listWith(list: readonly Scalar[], item: string, present: boolean): StandardValue {
  const others = list.filter((one) => String(one) !== item);
  return present ? [...others, item] : others;
}

function rowsWith(
  rows: readonly Row[],
  { from, to, named }: Extract<Step, { kind: 'row' }>,
  steps: readonly Step[],
  after: StandardValue | null,
): StandardValue {
  const end = to ?? Number.POSITIVE_INFINITY;
  const endOf = (row: Row) => row.to ?? Number.POSITIVE_INFINITY;
  const apart = rows.filter((row) => endOf(row) <= from || row.from >= end);
  const met = rows.filter((row) => !apart.includes(row));
  const sides = met.flatMap((row) => [
    ...(row.from < from ? [rowOf(row.from, from, row.value)] : []),
    ...(endOf(row) > end ? [rowOf(end, row.to ?? null, row.value)] : []),
  ]);
  const within = met[0]?.value;
  const stretch =
    named === 'before' ? [] : [rowOf(from, to, within === undefined ? placed(after) : valueWith(within, steps, after))];
  return mergeRows([...apart, ...sides, ...stretch]);
}
