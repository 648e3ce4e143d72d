import { useMemo } from 'react';
import type { Draft } from '../../api/drafts.ts';
import { useVersionText } from '../../api/reviews.ts';
import { readText } from '../text/read-text.ts';
import type { YamlValue } from '../text/yaml-value.ts';

/** The reason of the version that a county's draft was begun from; undefined where there is none, or it is not known yet. */
export function useStartReason({ jurisdiction, kind, origin }: Draft): YamlValue | undefined {
  const { data } = useVersionText(jurisdiction, kind === 'Override' ? (origin.version ?? null) : null);
  return useMemo(() => (data === undefined ? undefined : readText(data)?.value.reason), [data]);
}
