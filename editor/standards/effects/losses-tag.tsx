import { Tag } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { type DraftText, useEdges } from './use-effects.ts';
import { WHO_GAINS } from './who-gains.tsx';
import { effectsWords } from './words.ts';

/**
 * That some situations get less by a draft than by what is in force, in a few words that lead to which; nothing where none does,
 * or it is not known yet. It asks nothing itself: it tells what the effects have found.
 */
export function LossesTag({ draft }: { readonly draft: DraftText }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const { data } = useEdges(draft, false);
  const losing = (data?.types ?? []).filter(({ worse }) => worse > 0);
  if (losing.length === 0) return null;
  const told = losing.map(({ label, worse }) => words.losing(label[language], worse)).join(words.listed);
  return (
    <a href={`#${WHO_GAINS}`}>
      <Tag color="warning">{words.losingThanNow(told)}</Tag>
    </a>
  );
}
