import type { Jurisdiction, JurisdictionRegistry } from '../domain/jurisdictions.ts';
import type { Label } from '../domain/label.ts';
import { refuse } from '../domain/refusal.ts';
import type { EffectivePair } from '../rulesets/effective-pairs.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { byVersion } from '../rulesets/in-force.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { indexOf } from '../rulesets/record-index.ts';
import { inShort } from '../rulesets/words.ts';
import type { EffectiveDigests } from './effective-digests.ts';
import { isDigest } from './rule-set-choice.ts';

/** A jurisdiction with the codes that its city's and its own publications may stand under; a city has none of its own beside. */
export interface Place {
  readonly jurisdiction: Jurisdiction;
  readonly city: readonly string[];
  readonly own: readonly string[] | null;
}

/** Versions named to whoever asked for one that is not there. */
const NAMED = 12;

/**
 * The texts that version numbers name.
 * @throws Refusal `unknownVersion`, `baseVersionNeeded`, `baseVersionDiffers`, `requestFieldMissing` of a city without any, each
 *   at `/version` or `/baseVersion`
 */
export function pairOfVersions(
  records: readonly PublicationRecord[],
  { jurisdiction, city, own }: Place,
  version: string | null,
  baseVersion: string | null,
): EffectivePair {
  const { code } = jurisdiction;
  if (own === null) {
    const asked = version ?? baseVersion;
    if (asked === null) return refuse('requestFieldMissing', { field: 'version' }, { pointer: '/version' });
    if (baseVersion !== null && asked !== baseVersion)
      return refuse('baseVersionDiffers', { code, version, baseVersion }, { pointer: '/baseVersion' });
    return { base: published(records, city, code, asked, '/version'), override: null };
  }
  if (baseVersion === null)
    return refuse('baseVersionNeeded', { code, known: versionsOf(records, city) }, { pointer: '/baseVersion' });
  const base = published(records, city, jurisdiction.city ?? code, baseVersion, '/baseVersion');
  return { base, override: version === null ? null : published(records, own, code, version, '/version') };
}

/**
 * The code of the place that rules are of where that is another one than asked for; null where it is the same. A city's rules
 * alone are also those of each of its counties without a text of its own.
 */
export function foreignOwner(
  { city, own }: Place,
  { base, override }: Pick<EffectiveRuleSet, 'base' | 'override'>,
): string | null {
  const owner = override?.jurisdiction ?? base.jurisdiction;
  return (override === null ? city : (own ?? [])).includes(owner) ? null : owner;
}

/**
 * The texts that an effective digest was made from.
 * @throws Refusal `unknownDigest`
 */
export async function pairOfDigest(
  digests: EffectiveDigests,
  records: readonly PublicationRecord[],
  registry: JurisdictionRegistry,
  digest: string,
): Promise<EffectivePair> {
  const cityOf = (code: string) => registry.sameAs(registry.lookup(code)?.city ?? code);
  const pair = isDigest(digest) ? await digests.find(records, cityOf, digest) : null;
  return pair ?? refuse('unknownDigest', { digest: inShort(digest, 80) });
}

/** A version under the code that was asked for, else under another code of the same place. */
function published(
  records: readonly PublicationRecord[],
  codes: readonly string[],
  code: string,
  version: string,
  pointer: string,
): PublicationRecord {
  const record = byVersion(records, code, version) ?? byVersion(records, codes, version);
  return record ?? refuse('unknownVersion', { code, version, known: versionsOf(records, codes) }, { pointer });
}

/** Versions that have been published, the last first. */
export function versionsOf(records: readonly PublicationRecord[], codes: readonly string[]): string | Label {
  const versions = indexOf(records)
    .latestFirst(codes)
    .map(({ version }) => version);
  if (versions.length === 0) return { zh: '无', en: 'none' };
  return [...versions.slice(0, NAMED), ...(versions.length > NAMED ? ['…'] : [])].join(', ');
}
