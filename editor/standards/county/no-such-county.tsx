import type { Place } from '../../api/places.ts';
import { useWords } from '../../language/language.tsx';
import { standardsWords } from '../words.ts';
import { PlaceLinks } from './counties.tsx';

/** What stands in the place of a page about a county whose code nobody has: that it is so, and those that there are. */
export function NoSuchCounty({ code, known }: { readonly code: string; readonly known: readonly Place[] }) {
  const words = useWords(standardsWords);
  return (
    <>
      <h1>{words.noSuchCounty(code)}</h1>
      <p>{words.chooseCounty}</p>
      <PlaceLinks known={known} />
    </>
  );
}
