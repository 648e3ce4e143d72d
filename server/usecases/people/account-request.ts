import type { Finding } from '../../domain/finding.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import { Refusal } from '../../domain/refusal.ts';
import { kindWords } from '../../rulesets/kind-words.ts';
import type { Grant } from '../../workflow/roles.ts';
import { type FieldCheck, fieldFindings, isObject, text, wrong, wrongType } from '../request-field.ts';
import { grantFindings, grantsOf } from './grants.ts';

/** The most characters of a person's name. */
export const LONGEST_NAME = 64;
/** A letter or figure that is drawn. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;
const STAFF_NUMBER = /^[0-9A-Z][0-9A-Z-]{1,31}$/;
/** Longer than any password; what is longer still is no attempt that is worth a hash. */
const LONGEST_SECRET = 512;

type Check = (value: unknown, field: string, places: JurisdictionRegistry) => readonly Finding[];

const secret: Check = (value, field) => {
  if (typeof value !== 'string') return wrongType(field, 'kindText', value);
  return value.length <= LONGEST_SECRET
    ? []
    : [wrong('requestTooLong', `/${field}`, { field, limit: LONGEST_SECRET, count: value.length })];
};
const isTrueOrFalse: Check = (value, field) =>
  typeof value === 'boolean' ? [] : wrongType(field, 'kindBoolean', value);

/** Every field that requests about people have, with what its value has to be. */
const checks = {
  staffNumber: (value, field) => text(field, value, 'staffNumberMalformed', isStaffNumber),
  name: (value, field) => {
    if (typeof value !== 'string') return wrongType(field, 'kindText', value);
    const isName =
      value.trim() === value && VISIBLE.test(value) && [...value].length <= LONGEST_NAME && !/\p{C}/u.test(value);
    return isName ? [] : [wrong('accountNameLength', `/${field}`, { most: LONGEST_NAME })];
  },
  grants: (value, _field, places) => grantFindings(value, places),
  locked: isTrueOrFalse,
  invite: isTrueOrFalse,
  /** A staff number at sign-in: whatever is no such number is nobody's, and answered as one. */
  signInNumber: secret,
  password: secret,
  current: secret,
  next: secret,
  token: secret,
} as const satisfies Readonly<Record<string, Check>>;

type Field = keyof typeof checks;

/** Whether a text may be a staff number. */
export function isStaffNumber(text: string): boolean {
  return STAFF_NUMBER.test(text);
}

/**
 * The fields of a request about people.
 * @param required those that must be there, each with the check that is its own
 * @throws Refusal with everything wrong and its pointer; nothing that was sent for a secret is repeated
 */
export function checkedFields(
  value: unknown,
  required: Readonly<Record<string, Field>>,
  optional: Readonly<Record<string, Field>>,
  places: JurisdictionRegistry,
): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new Refusal([wrong('requestNotObject', '', { given: kindWords(value) })]);
  const checksOf = Object.entries({ ...required, ...optional }).map(([field, check]): [string, FieldCheck] => [
    field,
    (given) => (checks[check] as Check)(given, field, places),
  ]);
  const findings = fieldFindings(value, { required: Object.keys(required), checks: Object.fromEntries(checksOf) });
  if (findings.length > 0) throw new Refusal(findings);
  return value;
}

/** What a new account is to be. @throws Refusal */
export function newAccountIn(
  value: unknown,
  places: JurisdictionRegistry,
): { readonly staffNumber: string; readonly name: string; readonly grants: readonly Grant[] } {
  const required = { staffNumber: 'staffNumber', name: 'name', grants: 'grants' } as const;
  const { staffNumber, name, grants } = checkedFields(value, required, {}, places);
  return { staffNumber: String(staffNumber), name: String(name), grants: grantsOf(grants) };
}

/** What is to change about an account; what is left out stays. */
export interface AccountChange {
  readonly name?: string;
  readonly grants?: readonly Grant[];
  readonly locked?: boolean;
  /** True: a link is made by which another password may be chosen. */
  readonly invite?: boolean;
}

/** What is to change about an account. @throws Refusal `accountNothingToDo` where nothing is said */
export function accountChangeIn(value: unknown, places: JurisdictionRegistry): AccountChange {
  const optional = { name: 'name', grants: 'grants', locked: 'locked', invite: 'invite' } as const;
  const change = checkedFields(value, {}, optional, places);
  if (Object.keys(change).length === 0) {
    throw new Refusal([wrong('accountNothingToDo', '', { known: Object.keys(optional).join(', ') })]);
  }
  return { ...change, ...(change.grants === undefined ? {} : { grants: grantsOf(change.grants) }) };
}
