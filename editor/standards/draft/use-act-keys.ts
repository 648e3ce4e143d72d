import { type KeyboardEvent, useRef } from 'react';

/** The keys that lead from a field to what can be done with its draft, and back, as the browser names them. */
export const ACT_KEYS = 'Control+Enter';

/**
 * Ctrl+Enter (⌘+Enter) from anywhere in a draft goes to the first thing that can be done with it, and from there back to where it
 * was pressed: a form has too many fields for everything between them to be passed one by one.
 * @returns what listens, for the element that holds the draft
 */
export function useActKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const left = useRef<HTMLElement | null>(null);
  return (event) => {
    const { target, currentTarget } = event;
    // A window that the draft has opened tells of its keys as well, though it stands elsewhere in the page.
    if (!isActKey(event) || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    // In the text's own editor these keys are its own.
    if (target.closest('.monaco-editor') !== null) return;
    const isThere = target.closest('.standards-desk-bar') !== null;
    const next = isThere ? left.current : firstAct(currentTarget);
    if (next === null || !next.isConnected) return;
    event.preventDefault();
    if (!isThere) left.current = target;
    next.focus();
  };
}

function isActKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

function firstAct(desk: HTMLElement): HTMLElement | null {
  return desk.querySelector('.standards-acts button:not(:disabled)');
}
