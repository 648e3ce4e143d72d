import type { AccessKey } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import type { Grant, StaffNumber } from '../workflow/roles.ts';
import { hashOf, isKey, KEY_LENGTH } from './api-key.ts';

/** What a key may be used for. */
export type Scope = AccessKey['scopes'][number];

/** Someone who showed a key. */
export interface KeyHolder {
  readonly kind: 'key';
  /** The key's name; for logs and metrics. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The codes that it is limited to; null: it is not. */
  readonly jurisdictions: ReadonlySet<string> | null;
}

/** Somebody who has signed in. */
export interface Person {
  readonly kind: 'person';
  readonly staffNumber: StaffNumber;
  /** As they stand at this moment; none of a locked account, since it has no session. */
  readonly grants: readonly Grant[];
  /** The id of the session's row. */
  readonly session: string;
}

/** Who asks: anyone, where nothing has to be shown, the holder of a key, or a person. */
export type Identity = { readonly kind: 'open' } | KeyHolder | Person;

/** Tells who asks. */
export interface Access {
  /** Whether everyone may evaluate and read without a key. */
  readonly open: boolean;
  /** Which keys are known, counted up whenever others are: who was known by an earlier edition may be known no more. */
  readonly edition: number;
  /**
   * Who asks, by the Authorization header (`Bearer KEY`). Where no key is needed, whoever sends none is let in, also with what
   * another scheme is for (a proxy's, for one); a key that is sent is looked at all the same. A finding where it does not say: `keyMissing`, `keyMalformed`,
   * `keyUnknown`, `keyExpired`, `keyRevoked`. Of a key that is known its holder is told what is wrong with it: only who has it
   * gets that far. No finding repeats what was sent. Costs one hash of a text of fixed length, whatever is sent.
   */
  identify(authorization: string | undefined, now: Date): Identity | Finding;
  /** Takes the keys that administrators have issued in the place of those taken before; the configuration's stay. */
  take(issued: readonly AccessKey[]): void;
}

/** Whether the answer of `identify` is somebody. */
export function isIdentity(answer: Identity | Finding): answer is Identity {
  return 'kind' in answer;
}

/** Milliseconds. */
const DAY = 86_400_000;

const OPEN: Identity = Object.freeze({ kind: 'open' });
const SCHEME = 'bearer ';
const LONGEST = SCHEME.length + KEY_LENGTH;

interface Known {
  readonly holder: KeyHolder;
  /** Milliseconds since 1970 from which on it is not accepted. */
  readonly until: number;
  readonly expired: Finding;
  readonly revoked: Finding | null;
}

/**
 * The access that keys give: those of the configuration, and those that are issued while the service runs. Looked up by hash:
 * what is compared is nothing a caller can choose, so that the time it takes tells nothing of keys, and the table is all that
 * is ever kept.
 * @param keys as a checked configuration has them
 * @param needed whether a key has to be shown; where there are keys, unless said
 */
export function accessOf(keys: readonly AccessKey[], needed = keys.length > 0): Access {
  const tableOf = (more: readonly AccessKey[]) => new Map([...more, ...keys].map((key) => [key.hash, knownOf(key)]));
  let known = tableOf([]);
  let edition = 0;
  const take: Access['take'] = (issued) => {
    known = tableOf(issued);
    edition += 1;
  };
  const missing = finding('keyMissing');
  const malformed = finding('keyMalformed');
  const unknown = finding('keyUnknown');
  const shown: Access['identify'] = (authorization, now) => {
    if (authorization === undefined || authorization === '') return missing;
    if (authorization.length !== LONGEST) return malformed;
    if (authorization.slice(0, SCHEME.length).toLowerCase() !== SCHEME) return malformed;
    const key = authorization.slice(SCHEME.length);
    if (!isKey(key)) return malformed;
    const one = known.get(hashOf(key));
    if (one === undefined) return unknown;
    if (one.revoked !== null) return one.revoked;
    return now.getTime() < one.until ? one.holder : one.expired;
  };
  return {
    open: !needed,
    get edition() {
      return edition;
    },
    take,
    identify: needed ? shown : (authorization, now) => (sendsKey(authorization) ? shown(authorization, now) : OPEN),
  };
}

function sendsKey(authorization: string | undefined): boolean {
  return authorization !== undefined && authorization.slice(0, SCHEME.length).toLowerCase() === SCHEME;
}

function knownOf({ name, scopes, jurisdictions, expires, revoked }: AccessKey): Known {
  return {
    holder: Object.freeze({
      kind: 'key',
      name,
      scopes: new Set(scopes),
      jurisdictions: jurisdictions === undefined ? null : new Set(jurisdictions),
    }),
    // The last day counts to its end in Asia/Shanghai.
    until: expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${expires}T00:00:00+08:00`) + DAY,
    expired: finding('keyExpired', { name, expires: expires ?? null }),
    revoked: revoked === true ? finding('keyRevoked', { name }) : null,
  };
}

function finding(code: string, args: Finding['args'] = {}): Finding {
  return Object.freeze({ code, severity: 'error', args: Object.freeze(args) });
}
