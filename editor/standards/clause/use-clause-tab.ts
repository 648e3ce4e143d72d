import { type FocusEvent, useEffect, useRef, useState } from 'react';

/** Where somebody could be, in a row, that is not its clause's button. */
const PLACES = ':is(input, select, textarea, button):not(:disabled, .clause-button)';

/**
 * Keeps the clauses of a form out of the way from field to field: a row's is reached by the tabulator from within the row,
 * backwards, and as ever where the row has no field.
 */
export function useClauseTab() {
  const row = useRef<HTMLTableRowElement>(null);
  const [isWithin, setIsWithin] = useState(false);
  const [hasField, setHasField] = useState(false);
  // What stands in a row depends on far more than this knows of, so it looks at the row.
  useEffect(() => setHasField(row.current?.querySelector(PLACES) != null));
  return {
    isInTabOrder: isWithin || !hasField,
    row: {
      ref: row,
      onFocus: () => setIsWithin(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => setIsWithin(currentTarget.contains(relatedTarget)),
    },
  };
}
