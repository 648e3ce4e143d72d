import type { Draft } from './drafts.ts';
import { type Days, type Judged, type MovedOn, movedOn } from './moved-on.ts';
import { placeOf, usePlaces } from './places.ts';
import { usePublishedVersions } from './published-versions.ts';

/** What has been published that a draft which is looked at does not know of; null as long as it is not known. */
export function useMovedOn(draft: Judged & Pick<Draft, 'jurisdiction' | 'kind'>, days: Days): MovedOn | null {
  const { data: places } = usePlaces();
  const { data: own } = usePublishedVersions(draft.jurisdiction);
  const isCounty = draft.kind === 'Override';
  const code = isCounty ? (placeOf(places ?? [], draft.jurisdiction)?.city ?? null) : null;
  const { data: city } = usePublishedVersions(code);
  if (own === undefined || (isCounty && city === undefined)) return null;
  return movedOn(draft, days, own, city ?? []);
}
