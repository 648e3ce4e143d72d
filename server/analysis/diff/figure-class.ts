import type { EffectiveStandard } from '../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../rulesets/same-value.ts';
import { type ChangeClass, classOfAll } from './change.ts';
import type { Compared } from './compared.ts';
import type { Difference } from './difference.ts';
import { restReadOf } from './rest-read.ts';
import { classOfValues } from './value-class.ts';

/**
 * What it is to claimants that a rule or limit takes other figures: decided where only the standards named differ, each
 * pair of them of one unit, key and direction; else only a proof can tell.
 */
export function classOfFigures({ before, after }: Difference, sides: Compared): ChangeClass {
  return classOfAll(exchanged(before, after, sides));
}

function exchanged(before: unknown, after: unknown, sides: Compared): readonly ChangeClass[] {
  if (sameJson(before, after)) return [];
  if (typeof before === 'string' && typeof after === 'string') return [standardExchanged(before, after, sides)];
  const [own, other] = [entriesOf(before), entriesOf(after)];
  if (own === null || other === null || !sameJson(Object.keys(own), Object.keys(other))) return ['undetermined'];
  return Object.keys(own).flatMap((key) => exchanged(own[key], other[key], sides));
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function standardExchanged(before: string, after: string, sides: Compared): ChangeClass {
  const [own, other] = [named(before, sides.before.standards), named(after, sides.after.standards)];
  if (own === undefined || other === undefined || !sameJson(shapeOf(own), shapeOf(other))) return 'undetermined';
  return classOfValues(other, own.value, other.value, restReadOf(sides, own.id, other.id));
}

function named(reference: string, standards: ReadonlyMap<string, EffectiveStandard>): EffectiveStandard | undefined {
  return reference.startsWith('$') ? standards.get(reference.slice(1)) : undefined;
}

function shapeOf({ unit, by, better, order }: EffectiveStandard): object {
  return { unit, by, better, order };
}
