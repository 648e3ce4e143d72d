import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react';
import type { UnreadShelf } from './unread-shelf.ts';

/** A field in which something stands that is not in the draft. */
export interface UnreadField {
  /** What the field is called. */
  readonly label: string;
  /** Why it is not in the draft, in a few words. */
  readonly why: string;
}

type Tell = (id: string, field: UnreadField | null) => void;

/** Whom fields tell that what stands in them is not in the draft, and where it is kept meanwhile. */
interface Unread {
  readonly tell: Tell;
  readonly shelf: UnreadShelf | null;
}

const Telling = createContext<Unread>({ tell: () => undefined, shelf: null });

/** Gives all fields inside it somebody to tell that what stands in them is not understood or not allowed, and so is not in the draft. */
export const UnreadProvider = Telling.Provider;

/** The fields of a draft in which something stands that is not in it, and whom they tell it. */
export function useUnread(): { readonly unread: readonly UnreadField[]; readonly tell: Tell } {
  const [fields, setFields] = useState<ReadonlyMap<string, UnreadField>>(new Map());
  const tell = useCallback<Tell>((id, field) => {
    setFields((before) => {
      const next = new Map(before);
      if (field === null) next.delete(id);
      else next.set(id, field);
      return next;
    });
  }, []);
  return { unread: [...fields.values()], tell };
}

/** The same for a part of a draft, whose fields are told of to the whole as well. */
export function useUnreadWithin() {
  const { tell: tellOutside, shelf } = useContext(Telling);
  const { unread, tell } = useUnread();
  const telling = useMemo<Unread>(() => {
    const both: Tell = (id, field) => {
      tell(id, field);
      tellOutside(id, field);
    };
    return { tell: both, shelf };
  }, [tell, tellOutside, shelf]);
  return { unread, telling };
}

/** Tells that what stands in a field is not in the draft, as long as it is not. @param why null where it is */
export function useToldUnread(label: string, why: string | null): void {
  const { tell } = useContext(Telling);
  const id = useId();
  useEffect(() => {
    if (why === null) return undefined;
    tell(id, { label, why });
    return () => tell(id, null);
  }, [tell, id, label, why]);
}

/** Where what is not understood is kept; null outside of a draft's form. */
export function useUnreadShelf(): UnreadShelf | null {
  return useContext(Telling).shelf;
}
