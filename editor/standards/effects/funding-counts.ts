import type { components } from '../../../client/index.ts';
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
    const typical = type.kind === 'integer' ? at(claim, id.split('.')) : null;
    return typeof typical === 'number' ? [{ path: id, label, typical }] : [];
  });
}

/** A typical year of premiums with a place's own numbers in it. */
export function withCounts(claim: Claim, counts: Counts): Claim {
  const own = structuredClone(claim) as Record<string, unknown>;
  for (const [path, count] of counts) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const part = at(own, steps);
    if (typeof part === 'object' && part !== null && Object.hasOwn(part, last)) Reflect.set(part, last, count);
  }
  return own as Claim;
}

function at(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step) ? Reflect.get(part, step) : undefined,
    value,
  );
}
