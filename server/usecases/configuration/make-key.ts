import { type ApiKey, hashOf, keyFrom } from '../../access/api-key.ts';
import type { Finding } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import { schemaComplaints } from '../../rulesets/schema-complaints.ts';
import type { AccessKey } from './configuration.ts';
import { CONFIGURATION } from './settings.ts';
import { FINDINGS } from './source.ts';

/** A new key, and what the configuration says of it. */
export interface MadeKey {
  /** Shown to its holder once, kept nowhere. */
  readonly key: ApiKey;
  readonly entry: AccessKey;
}

/** What a key is to be good for, as options give it. */
export interface KeyRequest {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly expires?: string;
}

/**
 * Makes a key of random bytes.
 * @throws Refusal with everything wrong in the request, each with the option it came by
 */
export function makeKey({ name, scopes, jurisdictions, expires }: KeyRequest, random: Uint8Array): MadeKey {
  const key = keyFrom(random);
  const entry = {
    name,
    hash: hashOf(key),
    scopes,
    ...(jurisdictions === undefined ? {} : { jurisdictions }),
    ...(expires === undefined ? {} : { expires }),
  };
  const misses = schemaComplaints(CONFIGURATION, { keys: [entry] }, FINDINGS);
  if (misses === null) return { key, entry: entry as AccessKey };
  throw new Refusal(
    misses.map(({ code, args, pointer }): Finding => {
      return { code, severity: 'error', args, at: { variable: `--${pointer.split('/')[3] ?? 'name'}` } };
    }),
  );
}
