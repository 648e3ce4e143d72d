import { useLanguage, useWords } from '../../language/language.tsx';
import type { useEdges } from './use-effects.ts';
import { effectsWords } from './words.ts';

/** Of each type of claim, how many of the situations that were tried get more, as much, or less; nothing where none changes. */
export function WhoGains({ edges }: { readonly edges: ReturnType<typeof useEdges> }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const types = (edges.data?.types ?? []).filter(({ better, worse }) => better + worse > 0);
  if (types.length === 0) return null;
  return (
    <section aria-label={words.whoGains}>
      <h3>{words.whoGains}</h3>
      <ul>
        {types.map(({ type, label, better, worse, equal }) => (
          <li key={type}>{words.gains(label[language], better, worse, equal)}</li>
        ))}
      </ul>
    </section>
  );
}
