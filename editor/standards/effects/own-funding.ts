import { useClaimSchema, useTypicalClaims } from '../../api/claims.ts';
import { useLanguage } from '../../language/language.tsx';
import { useRest } from '../../shell/use-rest.ts';
import { fundingCounts, withCounts } from './funding-counts.ts';
import { type ComparedFunding, comparedFundings } from './premium-change.ts';
import { useTypedCounts } from './typed-counts.ts';
import { type DraftText, type SidesAsked, useComparedClaim } from './use-effects.ts';

/** How long typing rests before a year is reckoned with other numbers. */
const REST_MILLISECONDS = 300;

/** A year by a place's own numbers: `typical` where none are typed, `refused` where the rules take no such numbers. */
type Reckoned = 'typical' | 'counting' | 'refused' | ComparedFunding;

/**
 * What a draft does to a year's premiums by a place's own numbers, as far as somebody has typed them: the typical year has made-up
 * ones.
 * @param sides other rules than what is in force and the draft's text
 */
export function useOwnFunding(draft: DraftText, { funding }: ComparedFunding, sides?: SidesAsked) {
  const { language } = useLanguage();
  const { jurisdiction, from } = draft;
  const { typed, counts, write } = useTypedCounts('premiums', jurisdiction);
  const claims = useTypicalClaims(jurisdiction, from).data;
  const claim = claims?.find(({ id }) => id === funding.id)?.claim ?? null;
  const form = useClaimSchema(claim === null ? null : jurisdiction, from, claim?.type ?? null).data?.form;
  const numbers = claim === null || form === undefined ? [] : fundingCounts(form, claim);
  const said = numbers.map(({ path, label, typical }) => ({
    label: label[language],
    count: counts.get(path) ?? typical,
  }));
  const isOwn = numbers.some(({ path }) => counts.has(path));
  const own = isOwn && claim !== null ? { id: funding.id, claim: withCounts(claim, counts), date: from } : null;
  // Told by its text, for it is made anew with every drawing.
  const wanted = JSON.stringify(own);
  const rested = useRest(wanted, REST_MILLISECONDS);
  const text = useRest(draft.text, REST_MILLISECONDS);
  const { data, error } = useComparedClaim({ ...draft, text }, JSON.parse(rested) as typeof own, funding.label, sides);
  const reckoned = (): Reckoned => {
    if (own === null) return 'typical';
    if (data === undefined || rested !== wanted) return 'counting';
    return comparedFundings([data])[0] ?? 'refused';
  };
  return { numbers, typed, write, said, error, reckoned: reckoned() };
}
