import type { ClaimForm, Fact } from '../api/claims.ts';
import { type Entries, isNeeded, shownFacts } from './claim.ts';

/** Kinds of facts that something can be paid for, and that stand at nothing until they are entered. */
const COUNTED: ReadonlySet<string> = new Set(['money', 'integer', 'decimal', 'list', 'boolean']);

/**
 * Of a claim that needs no entry at all: the facts of which at least one has to be entered before anything can come of it, where
 * none is. Empty where something is entered, or where a fact is needed, which is told apart from this.
 */
export function nothingSaid(form: ClaimForm, entries: Entries): readonly Fact[] {
  const facts = shownFacts(form);
  if (facts.some((fact) => isNeeded(fact, form, entries))) return [];
  const counted = facts.filter(({ type, default: given }) => COUNTED.has(type.kind) && standsAtNothing(given));
  return counted.some(({ id }) => !['', 'false'].includes((entries[id] ?? '').trim())) ? [] : counted;
}

function standsAtNothing(given: Fact['default']): boolean {
  if (given.kind !== 'value') return given.kind !== 'required' && given.kind !== 'by';
  const { value } = given;
  return value === 0 || value === false || (Array.isArray(value) && value.length === 0);
}
