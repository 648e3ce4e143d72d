import type { ClaimForm } from '../api/claims.ts';
import { type Entries, fieldsOf } from './claim.ts';

/** What is calculated: whose rules on which date, the claim's type and entries, and what it is set beside. */
export interface Calculation {
  /** Null: what the service chooses. */
  readonly place: string | null;
  readonly date: string | null;
  readonly type: string | null;
  readonly entries: Entries;
  /** Places, or versions of one: `990102`, `990102@1.1.0+1.0.0`. */
  readonly beside: readonly string[];
}

/** Facts in an address begin with this, so that none is taken for something else. */
const FACT = 'c.';

/** What an address says is to be calculated. */
export function calculationOf(address: URLSearchParams): Calculation {
  const facts = [...address].filter(([name]) => name.startsWith(FACT));
  return {
    place: address.get('place'),
    date: address.get('date'),
    type: address.get('type'),
    entries: Object.fromEntries(facts.map(([name, value]) => [name.slice(FACT.length), value])),
    beside: address.getAll('beside'),
  };
}

/**
 * The address that says it again. Free text, which may tell who somebody is, is never part of it.
 * @param form of the claim's type: only its facts are written
 */
export function addressOf(
  { place, date, type, entries, beside }: Calculation,
  form: ClaimForm | null,
): URLSearchParams {
  const address = new URLSearchParams();
  if (place !== null) address.set('place', place);
  if (date !== null) address.set('date', date);
  if (type !== null) address.set('type', type);
  const fields = form === null ? null : fieldsOf(form);
  for (const [path, value] of Object.entries(entries)) {
    const told = fields === null || (fields.get(path)?.kind ?? 'text') !== 'text';
    if (value.trim() !== '' && told) address.set(FACT + path, value.trim());
  }
  for (const one of beside) address.append('beside', one);
  return address;
}
