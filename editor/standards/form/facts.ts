import type { EffectiveRules } from '../../api/effective.ts';
import { type Borders, bordersOf, type DeclaredFact } from './borders.ts';

/** A fact as some type of claims declares it; undefined of a key that none does, such as a grade. */
export function factOf(id: string, { claims }: EffectiveRules): DeclaredFact | undefined {
  for (const { facts } of Object.values(claims)) {
    const fact = (facts as Readonly<Record<string, DeclaredFact>>)[id];
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** What the borders of rows are that are looked up by a fact of these rules; undefined where no key is left for the rows. */
export function bordersIn(effective: EffectiveRules, id: string | undefined): Borders {
  return bordersOf(id, id === undefined ? undefined : factOf(id, effective));
}
