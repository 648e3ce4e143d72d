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

/** What is said at a field of refusals, by code, whose own words name parts of the request. */
export interface RefusalWords {
  readonly elsewhereAboveCost: string;
  readonly settledMissing: string;
  readonly settledAboveLeft: string;
}

/** Puts what was refused to the fields that it is about; a whole branch that is missing to the first field of the branch. */
export function refusedFields(
  error: unknown,
  form: ClaimForm,
  kinds: ReadonlyMap<string, FieldKind>,
  words: RefusalWords,
): RefusedFields {
  if (error === null) return { fields: {}, more: false };
  if (!(error instanceof Refused)) return { fields: {}, more: true };
  const fields: Record<string, string> = {};
  let more = false;
  for (const { pointer, code, message, help } of error.problem.errors) {
    const path = pointer.startsWith(CLAIM) ? pointer.slice(CLAIM.length).replaceAll('/', '.') : '';
    const field = fieldAt(path, form, kinds);
    if (field === undefined) more = true;
    else fields[field] ??= words[code as keyof RefusalWords] ?? atField(code, message, help);
  }
  return { fields, more };
}

/**
 * What is said at a field: of what a claim misses of its form, and of dates that do not go together, the part that says what would
 * be right, since which field it is, by the program's name as well, and what stands in it is seen there.
 */
function atField(code: string, message: string, help: string | undefined): string {
  if (help === undefined) return message;
  return code.startsWith('claim') || code === 'daysOutOfBounds' ? help : `${message} ${help}`;
}

function fieldAt(path: string, form: ClaimForm, kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  if (path === '') return undefined;
  if (kinds.has(path)) return path;
  const below = shownFacts(form).filter(({ id }) => id.startsWith(`${path}.`));
  // An item of a list stands in its list's field.
  const list = [...kinds.keys()].find((one) => path.startsWith(`${one}.`));
  return (below.find((fact) => fact.default.kind === 'required') ?? below[0])?.id ?? list;
}
