import type { ClaimForm } from '../api/claims.ts';
import { Refused } from '../api/refused.ts';
import { type FieldKind, shownFacts } from './claim.ts';

/** Where in a request a claim begins. */
const CLAIM = '/claim/';

/** What the service said of single fields, by path; what belongs to no field is left to be said elsewhere. */
export interface RefusedFields {
  readonly fields: Readonly<Record<string, string>>;
  /** True where some of it stands at no field. */
  readonly more: boolean;
}

/** Puts what was refused to the fields that it is about; a whole branch that is missing to the first field of the branch. */
export function refusedFields(error: unknown, form: ClaimForm, kinds: ReadonlyMap<string, FieldKind>): RefusedFields {
  if (error === null) return { fields: {}, more: false };
  if (!(error instanceof Refused)) return { fields: {}, more: true };
  const fields: Record<string, string> = {};
  let more = false;
  for (const { pointer, message, help } of error.problem.errors) {
    const path = pointer.startsWith(CLAIM) ? pointer.slice(CLAIM.length).replaceAll('/', '.') : '';
    const field = fieldAt(path, form, kinds);
    if (field === undefined) more = true;
    else fields[field] ??= help === undefined ? message : `${message} ${help}`;
  }
  return { fields, more };
}

function fieldAt(path: string, form: ClaimForm, kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  if (path === '') return undefined;
  if (kinds.has(path)) return path;
  const below = shownFacts(form).filter(({ id }) => id.startsWith(`${path}.`));
  // An item of a list stands in its list's field.
  const list = [...kinds.keys()].find((one) => path.startsWith(`${one}.`));
  return (below.find((fact) => fact.default.kind === 'required') ?? below[0])?.id ?? list;
}
