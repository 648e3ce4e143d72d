import { useState } from 'react';
import { Uneditable } from '../text/change-text.ts';

/**
 * Changes a draft's text as a guided form asks.
 * @returns `change`, which says whether it was done, and whether the last one could not be for how the text is written
 */
export function useTextChange(onText: (text: string) => void) {
  const [isUneditable, setIsUneditable] = useState(false);
  const change = (next: () => string): boolean => {
    try {
      onText(next());
      setIsUneditable(false);
      return true;
    } catch (error) {
      if (!(error instanceof Uneditable)) throw error;
      setIsUneditable(true);
      return false;
    }
  };
  return { isUneditable, change };
}
