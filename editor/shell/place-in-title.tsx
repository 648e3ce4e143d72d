import { createContext, useContext, useEffect } from 'react';

/** Takes the code of the place that a page is about; null for a page about none. */
export const PlaceInTitle = createContext<(code: string | null) => void>(() => {});

/** Puts a place's name first in the title of the window, as long as the page is shown. @param code undefined until it is known */
export function usePlaceInTitle(code: string | undefined): void {
  const put = useContext(PlaceInTitle);
  useEffect(() => {
    put(code ?? null);
    return () => put(null);
  }, [put, code]);
}
