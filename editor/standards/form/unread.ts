import { createContext, useCallback, useContext, useEffect, useId, useState } from 'react';
import type { UnreadShelf } from './unread-shelf.ts';

type Tell = (field: string, label: string | null) => void;

/** Whom fields tell that something in them is not understood, and where it is kept meanwhile. */
interface Unread {
  readonly tell: Tell;
  readonly shelf: UnreadShelf | null;
}

const Telling = createContext<Unread>({ tell: () => undefined, shelf: null });

/** Gives all fields inside it somebody to tell that what stands in them is not understood, and so is not in the draft. */
export const UnreadProvider = Telling.Provider;

/** What the fields of a draft are called in which something stands that is not understood, and whom they tell it. */
export function useUnread(): { readonly unread: readonly string[]; readonly tell: Tell } {
  const [fields, setFields] = useState<ReadonlyMap<string, string>>(new Map());
  const tell = useCallback<Tell>((field, label) => {
    setFields((before) => {
      const next = new Map(before);
      if (label === null) next.delete(field);
      else next.set(field, label);
      return next;
    });
  }, []);
  return { unread: [...fields.values()], tell };
}

/** Tells that a field holds what is not understood, as long as it does. */
export function useToldUnread(label: string, isUnread: boolean): void {
  const { tell } = useContext(Telling);
  const field = useId();
  useEffect(() => {
    if (!isUnread) return undefined;
    tell(field, label);
    return () => tell(field, null);
  }, [tell, field, label, isUnread]);
}

/** Where what is not understood is kept; null outside of a draft's form. */
export function useUnreadShelf(): UnreadShelf | null {
  return useContext(Telling).shelf;
}
