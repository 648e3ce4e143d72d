import { useEffect, useRef } from 'react';
import { type Location, useLocation } from 'react-router';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** Where whoever signs out is led to. */
export const LEFT_TO = '/overview';

/** What the address remembers of having been led there by signing out. */
export const LEFT = { signedOut: true } as const;

/** Whether an address is the one that signing out leads to. */
export function isLeft({ state }: Pick<Location, 'state'>): boolean {
  return (state as Partial<typeof LEFT> | null)?.signedOut === true;
}

/** That one has signed out, on the page that this leads to, until something is done there. */
export function Left() {
  const words = useWords(shellWords);
  const { data: session } = useSession();
  const isShown = isLeft(useLocation()) && session === null;
  const line = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: this is read next.
  useEffect(() => {
    if (isShown) line.current?.focus();
  }, [isShown]);
  return isShown ? (
    <p ref={line} role="status" tabIndex={-1}>
      {words.left}
    </p>
  ) : null;
}
