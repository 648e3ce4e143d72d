import type { Consequences } from '../../api/consequences.ts';
import { useWords } from '../../language/language.tsx';
import { stretchOf } from '../../shell/stretches.ts';
import { useStretchWords } from '../../standards/replacing/replaced-changes.tsx';
import { consequencesWords } from './words.ts';

/** Versions that will be suspended, each with its place and the days that it loses; nothing where there are none. */
export function SuspendedList({ suspended }: { readonly suspended: Consequences['suspended'] }) {
  const words = useWords(consequencesWords);
  const days = useStretchWords();
  if (suspended.length === 0) return null;
  return (
    <>
      <p>
        <strong>{words.suspends(suspended.length)}</strong>
      </p>
      <ul>
        {suspended.map(({ jurisdiction, name, version, inForce }) => (
          <li key={`${jurisdiction} ${version}`}>
            {words.version(name, version, inForce.length === 0 ? words.never : days(inForce.map(stretchOf)))}
          </li>
        ))}
      </ul>
    </>
  );
}
