import type { VerificationRequest } from '../../schemas/generated/documents.ts';
import type { JurisdictionRegistry } from '../domain/jurisdictions.ts';
import { effectiveDigest } from '../rulesets/digest.ts';
import type { EffectiveRuleSet, VersionName } from '../rulesets/effective-rule-set.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import type { RuleSetName } from './evaluation.ts';
import type { Difference } from './settlement-differences.ts';

type Received = Pick<VerificationRequest['settlement'], 'jurisdiction' | 'date' | 'ruleSet'>;

/** What rules found by their effective digest are called in a settlement of a jurisdiction. */
export function settledBy(
  { base, override, effectiveDigest: digest }: EffectiveRuleSet,
  { jurisdiction, date }: Received,
  registry: JurisdictionRegistry,
): RuleSetName {
  const found = registry.lookup(jurisdiction, date);
  const code = found?.code ?? jurisdiction;
  const own = override ?? (found !== null && found.city === null ? base : null);
  return {
    jurisdiction: code,
    version: own?.version ?? null,
    digest: own?.digest ?? null,
    base,
    effectiveDigest: digest,
  };
}

/**
 * Where the rules that a settlement names are not those that its effective digest stands for. One text may have been
 * published under several numbers: each of them is right.
 * @param found what the digest stands for, by its last publication
 */
export function nameDifferences(
  { jurisdiction, ruleSet }: Received,
  found: RuleSetName,
  registry: JurisdictionRegistry,
  records: readonly PublicationRecord[],
): readonly Difference[] {
  const published = ({ jurisdiction: code, version, digest }: VersionName) =>
    records.some((one) => one.jurisdiction === code && one.version === version && one.digest === digest);
  const same = registry.sameAs(jurisdiction).includes(ruleSet.jurisdiction);
  const { base, version, digest } = ruleSet;
  const ownIsBase = digest === base.digest && version === base.version;
  const own = digest === null || ownIsBase ? null : { jurisdiction: ruleSet.jurisdiction, version, digest };
  const ownPublished =
    own === null || registry.sameAs(own.jurisdiction).some((code) => published({ ...own, jurisdiction: code }));
  const digests = effectiveDigest(base.digest, own?.digest ?? null) === found.effectiveDigest;
  if (same && digests && (digest === null) === (version === null) && published(base) && ownPublished) return [];
  const [was, is] = [fieldsOf(ruleSet), fieldsOf(found)];
  return Object.keys(is).flatMap((field): readonly Difference[] => {
    const [received = null, recomputed = null] = [was[field], is[field]];
    return received === recomputed ? [] : [{ at: 'ruleSet', layer: null, rule: null, field, received, recomputed }];
  });
}

function fieldsOf({ jurisdiction, version, digest, base }: RuleSetName): Readonly<Record<string, string | null>> {
  return {
    jurisdiction,
    version,
    digest,
    'base.jurisdiction': base.jurisdiction,
    'base.version': base.version,
    'base.digest': base.digest,
  };
}
