import { type RefObject, useEffect } from 'react';
import { NavigationType, useNavigationType } from 'react-router';

/**
 * Gives the focus to the heading of a page that somebody came to from another one, where what they pressed there is gone: it would
 * begin at the top again. A page that the browser loads has none to lose.
 * @param isShown whether the heading can be seen yet
 */
export function useArrived(heading: RefObject<HTMLElement | null>, isShown: boolean): void {
  const hasCome = useNavigationType() !== NavigationType.Pop;
  useEffect(() => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (hasCome && isShown && isNowhere) heading.current?.focus({ preventScroll: true });
  }, [heading, hasCome, isShown]);
}
