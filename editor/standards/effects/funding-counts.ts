import type { components } from '../../../client/index.ts';
import { valueAt, valueWith, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import type { Counts } from './counts.ts';

/** A claim as it is sent. */
type Claim = components['schemas']['TypicalClaimsAnswer']['items'][number]['claim'];

type ClaimForm = components['schemas']['ClaimSchemaAnswer']['form'];

/** A number that a typical year of premiums is reckoned with, as of the persons who are insured. */
export interface FundingCount {
  /** Where it stands in the claim: `funding.persons`. */
  readonly path: string;
  readonly label: Readonly<Record<'zh' | 'en', string>>;
  readonly typical: number;
}

/** The whole numbers that a typical year of premiums brings, in the order of its form. */
export function fundingCounts({ facts }: Pick<ClaimForm, 'facts'>, claim: Claim): readonly FundingCount[] {
  return facts.flatMap(({ id, label, type }) => {
    const typical = type.kind === 'integer' ? valueAt(claim as YamlMap, id.split('.')) : undefined;
    return typeof typical === 'number' ? [{ path: id, label, typical }] : [];
  });
}

/** A typical year of premiums with a place's own numbers where it has made-up ones. */
export function withCounts(claim: Claim, counts: Counts): Claim {
  let own: YamlValue = claim as YamlMap;
  for (const [id, count] of counts) {
    const path = id.split('.');
    if (valueAt(own, path) !== undefined) own = valueWith(own, path, count);
  }
  return own as Claim;
}
