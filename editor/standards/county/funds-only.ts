import type { EffectiveRules } from '../../api/effective.ts';

/** Whether a standard is named by nothing but rules that tell who brings a premium: more or less of it is nothing to claimants. */
export function fundsOnly(
  id: string,
  { rules, limits, costs }: Pick<EffectiveRules, 'rules' | 'limits' | 'costs'>,
): boolean {
  const names = (inside: unknown) => JSON.stringify(inside ?? null).includes(`"$${id}"`);
  const naming = rules.filter(names);
  return naming.length > 0 && naming.every(({ event }) => event.type === 'fund') && !names([limits, costs]);
}
