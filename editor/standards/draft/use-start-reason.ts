import { useMemo } from 'react';
import type { Draft } from '../../api/drafts.ts';
import { useVersionText } from '../../api/published-versions.ts';
import type { StartReason } from '../form/view.ts';
import { readText } from '../text/read-text.ts';

const NONE: StartReason = { reason: undefined };

/** The reason of the version that a county's draft was begun from; null while it is asked for. */
export function useStartReason({ jurisdiction, kind, origin }: Draft): StartReason | null {
  const version = kind === 'Override' ? (origin.version ?? null) : null;
  const { data, isError } = useVersionText(jurisdiction, version);
  return useMemo(() => {
    if (data !== undefined) return { reason: readText(data)?.value.reason };
    return version === null || isError ? NONE : null;
  }, [version, data, isError]);
}
