import type { EffectiveRules } from '../api/effective.ts';
import { usePublication } from '../api/published-versions.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { instantDay } from '../shell/instant-words.ts';
import { policyWords } from './words.ts';

/** Why the county has what it has: the reason that the version in force was published with, and when that was. */
export function OwnReason({ rules: { override } }: { readonly rules: EffectiveRules }) {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  const { data } = usePublication(override?.jurisdiction ?? '', override?.version ?? null);
  if (data === undefined || data.reason === null) return null;
  const { reason, version, publishedAt } = data;
  return (
    <p className="policy-reason">
      <b>{words.reason}</b>
      {reason[language]}
      <span className="aside">{words.published(version, instantDay(publishedAt))}</span>
    </p>
  );
}
