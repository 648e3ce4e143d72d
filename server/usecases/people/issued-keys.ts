import type { AccessKey } from '../../../schemas/generated/documents.ts';
import { type ApiKey, hashOf, KEY_BYTES, keyFrom } from '../../access/api-key.ts';
import type { Access, Person } from '../../access/identify.ts';
import { isDate, shanghaiDate } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { kindWords } from '../../rulesets/kind-words.ts';
import { inShort, listed } from '../../rulesets/words.ts';
import type { Desk, Held } from '../../store/desk.ts';
import type { AuditValue } from '../../workflow/audit-entry.ts';
import type { IssuedKey } from '../../workflow/issued-key.ts';
import { untilUnmoved } from '../office/attempts.ts';
import { type FieldCheck, fieldFindings, isObject, text, wrong, wrongType } from '../request-field.ts';
import { administrator } from './accounts.ts';
import { entryOf } from './entry.ts';
import type { People } from './people.ts';
import { standingAdministrator } from './standing-administrator.ts';

/** What an issued key may be for. Metrics are read by whoever runs the service: those keys stand in its configuration. */
const SCOPES = ['evaluate', 'read'] as const;
const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;
const MOST_PLACES = 1000;

/** What a key is to be good for. */
export interface KeyWish extends Pick<IssuedKey, 'scopes' | 'jurisdictions' | 'expires'> {
  readonly name: string;
}

/** Lets the access know the keys that have been issued: at the start, and whenever one is issued or revoked. */
export async function refreshKeys(desk: Desk, access: Access): Promise<void> {
  const rows = await desk.rows('apiKeys');
  access.take(
    rows.map(({ id, row: { hash, scopes, jurisdictions, expires, revokedAt } }): AccessKey => {
      return {
        name: id,
        hash,
        scopes: [...scopes],
        ...(jurisdictions === null ? {} : { jurisdictions: [...jurisdictions] }),
        ...(expires === null ? {} : { expires }),
        ...(revokedAt === null ? {} : { revoked: true }),
      };
    }),
  );
}

/** All keys that have been issued, in the order of their names. */
export function issuedKeys({ desk }: People): Promise<readonly Held<IssuedKey>[]> {
  return desk.rows('apiKeys');
}

/**
 * Issues a key. It is shown here and never again.
 * @param configured names of the configuration's keys, which issued ones may not have
 * @throws Refusal `apiKeyExists`; `personNeeded` where who issues it may no more
 */
export async function issueKey(
  people: People,
  access: Access,
  by: Person,
  { name, ...wish }: KeyWish,
  configured: readonly string[],
): Promise<{ readonly key: ApiKey; readonly held: Held<IssuedKey> }> {
  const issued = await untilUnmoved(async () => {
    const looked = await standingAdministrator(people, by);
    if (configured.includes(name) || (await people.desk.row('apiKeys', name)) !== null)
      refuse('apiKeyExists', { name });
    const key = keyFrom(people.random(KEY_BYTES));
    const made = { madeBy: by.staffNumber, madeAt: people.now().toISOString() };
    const row: IssuedKey = { ...wish, hash: hashOf(key), revokedAt: null, ...made };
    const entry = entryOf(people, administrator(by), 'key.issued', subject(name), { after: keyValue(row) });
    await people.desk.act({ audit: [entry], looked, rows: [{ table: 'apiKeys', id: name, expects: 0, row }] });
    return { key, held: { id: name, revision: 1, row } };
  });
  await refreshKeys(people.desk, access);
  return issued;
}

/** Revokes a key, at once and for good; one that is revoked already is no fault. @throws Refusal `apiKeyUnknown` */
export async function revokeKey(people: People, access: Access, by: Person, name: string): Promise<void> {
  await untilUnmoved(async () => {
    const looked = await standingAdministrator(people, by);
    const held = (await people.desk.row('apiKeys', name)) ?? refuse('apiKeyUnknown', { name: inShort(name, 64) });
    if (held.row.revokedAt !== null) return;
    const row: IssuedKey = { ...held.row, revokedAt: people.now().toISOString() };
    const values = { before: keyValue(held.row), after: keyValue(row) };
    const entry = entryOf(people, administrator(by), 'key.revoked', subject(name), values);
    await people.desk.act({
      audit: [entry],
      looked,
      rows: [{ table: 'apiKeys', id: name, expects: held.revision, row }],
    });
  });
  await refreshKeys(people.desk, access);
}

/** What a key is to be good for, as a request says it. @throws Refusal with everything wrong and its pointer */
export function keyWishIn(value: unknown, places: JurisdictionRegistry, now: Date): KeyWish {
  if (!isObject(value)) throw new Refusal([wrong('requestNotObject', '', { given: kindWords(value) })]);
  const checks: Readonly<Record<string, FieldCheck>> = {
    name: (name, field) => text(field, name, 'apiKeyNameMalformed', (one) => NAME.test(one)),
    scopes: scopeFindings,
    jurisdictions: (codes) => (codes === null ? [] : placeFindings(codes, places)),
    expires: (day) => (day === null ? [] : expiryFindings(day, now)),
  };
  const findings = fieldFindings(value, { required: ['name', 'scopes'], checks });
  const { name, scopes, jurisdictions = null, expires = null } = value;
  if (findings.length > 0) throw new Refusal(findings);
  return { name, scopes, jurisdictions, expires } as KeyWish;
}

function scopeFindings(value: unknown): readonly Finding[] {
  if (!Array.isArray(value) || value.length === 0) return wrongType('scopes', 'kindFilledArray', value);
  const known = { known: listed(SCOPES) };
  return value.slice(0, SCOPES.length + 1).flatMap((scope, index) => {
    const isGood = (SCOPES as readonly unknown[]).includes(scope) && value.indexOf(scope) === index;
    return isGood ? [] : [wrong('apiKeyScopeUnknown', `/scopes/${index}`, { value: inShort(String(scope)), ...known })];
  });
}

function placeFindings(value: unknown, places: JurisdictionRegistry): readonly Finding[] {
  if (!Array.isArray(value) || value.length === 0) return wrongType('jurisdictions', 'kindFilledArray', value);
  if (value.length > MOST_PLACES) {
    const args = { field: 'jurisdictions', limit: MOST_PLACES, count: value.length };
    return [wrong('requestTooMany', '/jurisdictions', args)];
  }
  const known = listed(places.all.map(({ code }) => code));
  return value.flatMap((code, index) =>
    typeof code === 'string' && places.lookup(code) !== null
      ? []
      : [wrong('unknownJurisdiction', `/jurisdictions/${index}`, { code: inShort(String(code)), known })],
  );
}

function expiryFindings(value: unknown, now: Date): readonly Finding[] {
  const findings = text('expires', value, 'requestNotDate', isDate);
  if (findings.length > 0 || typeof value !== 'string' || value >= shanghaiDate(now)) return findings;
  return [wrong('apiKeyExpired', '/expires', { value })];
}

function subject(name: string) {
  return { kind: 'apiKeys', id: name };
}

/** What an audit line holds of a key: what it is good for, nothing of the key. */
function keyValue({ scopes, jurisdictions, expires, revokedAt }: IssuedKey): AuditValue {
  return { scopes: [...scopes], jurisdictions: jurisdictions === null ? null : [...jurisdictions], expires, revokedAt };
}
