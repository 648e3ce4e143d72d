import { useLanguage, useWords } from '../../language/language.tsx';
import { cnyWords, signedCny } from '../../settlement/money.ts';
import { SettlementTable } from '../../settlement/settlement-table.tsx';
import { useShareNames } from '../../settlement/share-names.ts';
import { Failure } from '../../shell/failure.tsx';
import { BeforeAfter } from './before-after-tables.tsx';
import { CountField } from './count-field.tsx';
import { useOwnFunding } from './own-funding.ts';
import type { ComparedFunding, PremiumChange } from './premium-change.ts';
import type { DraftText, SidesAsked } from './use-effects.ts';
import { effectsWords } from './words.ts';

interface PremiumsOf {
  readonly draft: DraftText;
  readonly fundings: readonly ComparedFunding[];
}

/** The year's premiums and who brings them, where the typical claims have a funding: what a draft costs before anybody is ill. */
export function Premiums({ draft, fundings }: PremiumsOf) {
  const words = useWords(effectsWords);
  return fundings.map((one) =>
    one.changes.length > 0 ? (
      <MovedPremiums key={one.funding.id} draft={draft} typical={one} detailed={words.fundings} />
    ) : (
      <Same key={one.funding.id} {...one} />
    ),
  );
}

/** A year's premiums that a draft leaves as they are, folded. */
function Same({ funding: { after, label } }: ComparedFunding) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  if (after === null) return null;
  return (
    <section aria-label={words.premium}>
      <details>
        <summary>{words.samePremium}</summary>
        <SettlementTable settlement={after} title={label[language]} />
      </details>
    </section>
  );
}

interface MovedPremiumsOf {
  readonly draft: DraftText;
  readonly typical: ComparedFunding;
  /** Other rules than what is in force and the draft's text. */
  readonly sides?: SidesAsked | undefined;
  /** What both fundings in full are called, where they are to be had here. */
  readonly detailed?: string;
}

/** A year's premiums that a draft moves: by the typical numbers, or by those of the place where somebody types them. */
export function MovedPremiums({ draft, typical, sides, detailed }: MovedPremiumsOf) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const { numbers, typed, write, said, reckoned, error } = useOwnFunding(draft, typical, sides);
  const label = reckoned === 'typical' ? typical.funding.label[language] : words.ownYear(said);
  const shown = reckoned === 'typical' ? typical : reckoned;
  return (
    <section aria-label={words.premium}>
      <h3>{words.premium}</h3>
      <p className="aside">{label}</p>
      {error === null ? null : <Failure error={error} />}
      <div role="status">
        {typeof shown === 'object' ? <Moved changes={shown.changes} /> : null}
        {shown === 'counting' && error === null ? <p>{words.counting}</p> : null}
        {shown === 'refused' ? <p className="standards-wrong">{words.ownRefused}</p> : null}
      </div>
      <OwnNumbers numbers={numbers} typed={typed} write={write} />
      {typeof shown === 'object' && detailed !== undefined ? (
        <details>
          <summary>{detailed}</summary>
          <BeforeAfter compared={{ ...shown.funding, label: { zh: label, en: label } }} />
        </details>
      ) : null}
    </section>
  );
}

type OwnNumbersOf = Pick<ReturnType<typeof useOwnFunding>, 'numbers' | 'typed' | 'write'>;

/** Where a place's own numbers are typed. */
function OwnNumbers({ numbers, typed, write }: OwnNumbersOf) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  if (numbers.length === 0) return null;
  return (
    <fieldset className="standards-premium-counts">
      <legend>{words.ownCounts}</legend>
      {numbers.map(({ path, label, typical }) => (
        <div key={path}>
          {label[language]}
          <CountField
            name={label[language]}
            typed={typed.get(path) ?? ''}
            otherwise={typical}
            write={(text) => write(path, text)}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** What moves, in words: the premium, and who brings more or less of it. */
function Moved({ changes }: { readonly changes: readonly PremiumChange[] }) {
  const words = useWords(effectsWords);
  const shareName = useShareNames();
  if (changes.length === 0) return <p>{words.samePremium}</p>;
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
