import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** Something that is on its way. Drawn by a few lines of style: the first thing of every page is not to wait for a component's. */
export function Waiting() {
  const words = useWords(shellWords);
  return (
    <div className="waiting" aria-live="polite" aria-busy="true">
      {words.loading}
    </div>
  );
}
