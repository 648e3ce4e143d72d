import { memo } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { BeforeAfterPicture } from '../../settlement/before-after.tsx';
import { SettlementTable } from '../../settlement/settlement-table.tsx';
import { settlementWords } from '../../settlement/words.ts';
import type { Compared } from './compared.ts';
import { effectsWords } from './words.ts';

/** A claim before and after in one picture, and each of the two with rule, clause and calculation of every layer. */
export const BeforeAfter = memo(function BeforeAfter({ compared }: { readonly compared: Compared }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const told = useWords(settlementWords);
  const label = compared.label[language];
  const { before, after } = compared;
  const titled = (side: 'before' | 'after') => `${label}${language === 'zh' ? '：' : ': '}${words[side]}`;
  return (
    <div className="standards-before-after">
      {before === null || after === null ? null : (
        <BeforeAfterPicture before={before} after={after} names={words} title={label} />
      )}
      {(['after', 'before'] as const).map((side) => {
        const settlement = compared[side];
        return settlement === null ? null : (
          <section key={side} aria-label={words[side]}>
            <h3>{words[side]}</h3>
            {settlement.eligible ? null : <p>{told.notEligible}</p>}
            <SettlementTable settlement={settlement} title={titled(side)} />
          </section>
        );
      })}
    </div>
  );
}, isSameClaim);

/** Whether two are the same settlements: drawn anew only when one is another. */
function isSameClaim(one: { readonly compared: Compared }, other: { readonly compared: Compared }): boolean {
  const [a, b] = [one.compared, other.compared];
  return a.before === b.before && a.after === b.after && a.label.zh === b.label.zh && a.label.en === b.label.en;
}
