import { useDeferredValue, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Chooses something else; null chooses nothing of that name. */
export type Choose = (changed: Readonly<Record<string, string | null>>) => void;

/** What is chosen on the overview, as it stands in the address. */
export function useChoice() {
  const [address, setAddress] = useSearchParams();
  // What is chosen is shown at once; the address, and what is made of it, follow.
  const [choice, setChoice] = useState(address);
  useEffect(() => setChoice(address), [address]);
  const followed = useDeferredValue(choice);
  const choose: Choose = (changed) => {
    const next = choiceWith(choice, changed);
    setChoice(next);
    setAddress(next, { replace: true });
  };
  // Of another city, what was chosen within this one says nothing.
  const chooseCity = (city: string) => setAddress({ ...ofAnyCity(choice), city }, { replace: true });
  return { choice, followed, choose, chooseCity };
}

/** A choice with some of it changed. */
export function choiceWith(choice: URLSearchParams, changed: Parameters<Choose>[0]): URLSearchParams {
  const next = new URLSearchParams(choice);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** Of what is chosen, that which holds for any city. */
function ofAnyCity(choice: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['date', 'view', 'order', 'raised'].flatMap((name) => {
      const value = choice.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}
