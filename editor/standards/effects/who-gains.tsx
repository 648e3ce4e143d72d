import { useLanguage, useWords } from '../../language/language.tsx';
import type { useEdges } from './use-effects.ts';
import { effectsWords } from './words.ts';

/** Where on the page it is told who gains, and who loses. */
export const WHO_GAINS = 'who-gains';

/**
 * Of each type of claim, how many of the situations that were tried get more, as much, or less, and the one that loses most;
 * nothing where none changes.
 */
export function WhoGains({ edges }: { readonly edges: ReturnType<typeof useEdges> }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const types = (edges.data?.types ?? []).filter(({ better, worse }) => better + worse > 0);
  if (types.length === 0) return null;
  // The largest loss is the first of all.
  const lost = edges.data?.edges.find(({ outcome }) => outcome === 'worse');
  return (
    <section id={WHO_GAINS} aria-label={words.whoGains}>
      <h3>{words.whoGains}</h3>
      {lost === undefined ? null : <p className="standards-worse">{words.losesMost(lost.message)}</p>}
      <ul>
        {types.map(({ type, label, better, worse, equal }) => (
          <li key={type} className={worse > 0 ? 'standards-worse' : undefined}>
            {words.gains(label[language], better, worse, equal)}
          </li>
        ))}
      </ul>
    </section>
  );
}
