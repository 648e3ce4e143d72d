import type { FactDeclaration, FactDeclarations, Override } from '../language.ts';

type AddedFacts = NonNullable<NonNullable<Override['adds']>['facts']>;

/** Facts that a county adds: under the name of a claim type for that type, any other key for every type. */
export function factOrFacts(
  added: AddedFacts,
  types: ReadonlySet<string>,
): { readonly byType: ReadonlyMap<string, FactDeclarations>; readonly forAll: FactDeclarations } {
  const byType = new Map<string, FactDeclarations>();
  const forAll: Record<string, FactDeclaration> = {};
  for (const [key, value] of Object.entries(added)) {
    if (types.has(key)) byType.set(key, value as FactDeclarations);
    else forAll[key] = value as FactDeclaration;
  }
  return { byType, forAll };
}
