import { useLanguage, useWords } from '../../language/language.tsx';
import { cnyWords, signedCny } from '../../settlement/money.ts';
import { SettlementTable } from '../../settlement/settlement-table.tsx';
import { useShareNames } from '../../settlement/share-names.ts';
import { BeforeAfter } from './before-after-tables.tsx';
import { type Compared, effectOf, isFunding } from './compared.ts';
import { premiumChanges } from './premium-change.ts';
import { effectsWords } from './words.ts';

/** The year's premiums and who brings them, where the typical claims have a funding: what a draft costs before anybody is ill. */
export function Premiums({ compared }: { readonly compared: readonly Compared[] }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const fundings = compared.filter(({ before, after }) => isFunding(after) && isFunding(before));
  return fundings.map((funding) => (
    <section key={funding.id} aria-label={words.premium}>
      {effectOf(funding)?.moves === true ? (
        <>
          <h3>{words.premium}</h3>
          <p className="aside">{funding.label[language]}</p>
          <Moved funding={funding} />
          <details>
            <summary>{words.fundings}</summary>
            <BeforeAfter compared={funding} />
          </details>
        </>
      ) : funding.after === null ? null : (
        <details>
          <summary>{words.samePremium}</summary>
          <SettlementTable settlement={funding.after} title={funding.label[language]} />
        </details>
      )}
    </section>
  ));
}

/** What moves, in words: the premium, and who brings more or less of it. */
function Moved({ funding }: { readonly funding: Compared }) {
  const words = useWords(effectsWords);
  const shareName = useShareNames();
  return (
    <ul className="standards-premiums">
      {premiumChanges(funding).map(({ rule, label, moved }) => (
        <li key={rule}>
          <strong>{label}</strong>
          {moved.map(({ name, before, after }) => (
            <span key={name}>
              {words.partMoves(shareName(name), cnyWords(before), cnyWords(after), signedCny(after - before))}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
