import type { RuleSet } from '../language.ts';
import { stepInto } from '../positions.ts';
import { inBoth } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';

/** Lists whose entries are called by name, with the key of the name and what an entry is called in words. */
const lists = [
  { list: 'rules', key: 'name', kind: 'wordRule' },
  { list: 'limits', key: 'name', kind: 'wordLimit' },
  { list: 'layers', key: 'name', kind: 'wordLayer' },
  { list: 'readings', key: 'id', kind: 'wordReading' },
  { list: 'costs', key: 'item', kind: 'wordCost' },
] as const;

/** Nothing is declared twice under one name. */
export function* checkNames(
  declared: Partial<Pick<RuleSet, 'rules' | 'limits' | 'layers' | 'readings' | 'costs'>>,
  pointer: string,
): Generator<Complaint> {
  for (const { list, key, kind } of lists) {
    const names = (declared[list] ?? []).map((one) => (one as unknown as Readonly<Record<string, string>>)[key] ?? '');
    yield* checkRepeated(names, (index) => `${stepInto(`${pointer}/${list}`, index)}/${key}`, kind);
  }
}

/** @param kind the code of the words for what the names are names of */
export function* checkRepeated(
  names: readonly string[],
  place: (index: number) => string,
  kind: string,
): Generator<Complaint> {
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    else yield wrong('duplicateName', place(index), { kind: inBoth(kind), name, first: earlier + 1, again: index + 1 });
  }
}
