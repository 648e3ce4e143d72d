import type { Fact } from './effective-rule-set.ts';

/** Whether nothing stands in for a fact that a claim leaves out, for some value at least of the fact that its default goes by. */
export function isAbsentByDefault({ default: given }: Pick<Fact, 'default'>): boolean {
  return given.kind === 'absent' || (given.kind === 'by' && [...given.values.values()].includes(null));
}
