import { useLanguage, useWords } from '../../language/language.tsx';
import { cnyWords, signedCny } from '../../settlement/money.ts';
import { SettlementTable } from '../../settlement/settlement-table.tsx';
import { useShareNames } from '../../settlement/share-names.ts';
import { BeforeAfter } from './before-after-tables.tsx';
import type { ComparedFunding, PremiumChange } from './premium-change.ts';
import { effectsWords } from './words.ts';

/** The year's premiums and who brings them, where the typical claims have a funding: what a draft costs before anybody is ill. */
export function Premiums({ fundings }: { readonly fundings: readonly ComparedFunding[] }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  return fundings.map(({ funding, changes }) => (
    <section key={funding.id} aria-label={words.premium}>
      {changes.length > 0 ? (
        <>
          <h3>{words.premium}</h3>
          <p className="aside">{funding.label[language]}</p>
          <Moved changes={changes} />
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
function Moved({ changes }: { readonly changes: readonly PremiumChange[] }) {
  const words = useWords(effectsWords);
  const shareName = useShareNames();
  return (
    <ul className="standards-premiums">
      {changes.map(({ rule, label, moved }) => (
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
