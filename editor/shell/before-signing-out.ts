import { useEffect, useRef } from 'react';

/** What a page does first, such as saving what was typed. @returns false where whoever is signed in wants to stay */
type Before = () => Promise<boolean>;

const open = new Set<Before>();

/** Has something done before anybody is signed out, as long as the page that says so is open. */
export function useBeforeSigningOut(before: Before): void {
  const latest = useRef(before);
  latest.current = before;
  useEffect(() => {
    const ask: Before = () => latest.current();
    open.add(ask);
    return () => {
      open.delete(ask);
    };
  }, []);
}

/** Does what open pages have to have done. @returns whether nothing keeps whoever is signed in */
export async function readyToSignOut(): Promise<boolean> {
  for (const ask of open) if (!(await ask())) return false;
  return true;
}
