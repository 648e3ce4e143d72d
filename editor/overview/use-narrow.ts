import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 600px)';

/** Whether the screen is as narrow as a phone's, also after it was turned. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
}
