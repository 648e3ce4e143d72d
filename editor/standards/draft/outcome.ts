import type { RefObject } from 'react';

/** What says how a draft stands after something was done with it as a whole. */
export const OUTCOME = 'draft-outcome';

/**
 * Gives the focus to what says how the draft now stands: the button that was pressed has gone with what it does.
 * @param otherwise what has it where nothing is said
 */
export function focusOutcome(otherwise?: RefObject<HTMLElement | null>): void {
  // Once it stands there, and after a dialog that closes has given the focus back.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => (document.getElementById(OUTCOME) ?? otherwise?.current)?.focus()),
  );
}

/** What says how what was typed is kept. */
export const KEPT = 'draft-kept';

/** Gives the focus to what says how what was typed is kept, where what had it has gone. */
export function focusKept(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(KEPT)?.focus();
  });
}
