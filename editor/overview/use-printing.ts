import { useSyncExternalStore } from 'react';

const PRINT = 'print';

/** Whether the page is being printed, or shown as it would be: what is in sight of a screen is not all that paper takes. */
export function usePrinting(): boolean {
  return useSyncExternalStore(follow, () => isPrinting || matchMedia(PRINT).matches);
}

// The media of a page change too late for what is drawn by them to be printed.
let isPrinting = false;

function follow(changed: () => void): () => void {
  const say = (now: boolean) => () => {
    isPrinting = now;
    changed();
  };
  const [begun, ended] = [say(true), say(false)];
  const query = matchMedia(PRINT);
  addEventListener('beforeprint', begun);
  addEventListener('afterprint', ended);
  query.addEventListener('change', changed);
  return () => {
    removeEventListener('beforeprint', begun);
    removeEventListener('afterprint', ended);
    query.removeEventListener('change', changed);
  };
}
