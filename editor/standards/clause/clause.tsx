import { useId, useState } from 'react';
import type { EffectiveRules } from '../../api/effective.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { toldOfClause } from './told-of-clause.ts';
import { clauseWords } from './words.ts';

interface ClauseOf {
  readonly rules: EffectiveRules;
  readonly standard: EffectiveRules['standards'][string];
}

/** Whether the text of a row's clause is open, and how its button and its text find each other. */
export interface ClauseOpen {
  readonly isOpen: boolean;
  readonly id: string;
  readonly toggle: () => void;
}

/** A row's clause, closed to begin with. */
export function useClauseOpen(): ClauseOpen {
  const [isOpen, setIsOpen] = useState(false);
  return { isOpen, id: useId(), toggle: () => setIsOpen((open) => !open) };
}

interface ClauseButtonOf extends ClauseOf {
  readonly open: ClauseOpen;
  /** False where the tabulator passes by: a form's fields come one after the other, and a clause is reached from its own. */
  readonly isInTabOrder?: boolean;
}

/** The number of a standard's clause; opens below the row how the standard counts and the clause is read. */
export function ClauseButton({ rules, standard, open, isInTabOrder = true }: ClauseButtonOf) {
  const { language } = useLanguage();
  const words = useWords(clauseWords);
  const { clause, label } = standard;
  if (clause === null) return null;
  return (
    <button
      type="button"
      className="clause-button"
      tabIndex={isInTabOrder || open.isOpen ? 0 : -1}
      aria-expanded={open.isOpen}
      aria-controls={open.isOpen ? open.id : undefined}
      aria-description={`${label[language]}${language === 'zh' ? '：' : ': '}${words.says}`}
      title={words.says}
      onClick={open.toggle}
      onKeyDown={({ key }) => key === 'Escape' && open.isOpen && open.toggle()}
    >
      {clauseName(rules, clause, language)}
    </button>
  );
}

/** A row below a standard's: how the standard counts, how its clause is read, where its figure is from. */
export function ClauseRow({ rules, standard, open, columns }: ClauseOf & { open: ClauseOpen; columns: number }) {
  const { language } = useLanguage();
  const words = useWords(clauseWords);
  const { clause, label } = standard;
  if (!open.isOpen || clause === null) return null;
  const name = clauseName(rules, clause, language);
  const { source, uses, readings } = toldOfClause(rules, standard.id);
  const address = `/policy/${rules.jurisdiction}?date=${rules.date}#standard-${standard.id}`;
  return (
    <tr className="clause-row">
      <td colSpan={columns}>
        <section id={open.id} aria-label={words.of(name, label[language])}>
          <dl>
            <Told
              name={words.uses}
              told={uses.map((use) => ({ key: use.name, head: use.label[language], text: use.sentence[language] }))}
            />
            <Told name={words.readings} told={readings.map((one) => ({ key: one.id, text: one.label[language] }))} />
            {source === null ? null : <Told name={words.source} told={[{ key: 'source', text: source[language] }]} />}
          </dl>
          <a href={address} target="_blank" rel="noreferrer">
            {words.toPolicy(name)}
          </a>
        </section>
      </td>
    </tr>
  );
}

interface ToldOf {
  readonly name: string;
  readonly told: readonly { readonly key: string; readonly head?: string; readonly text: string }[];
}

function Told({ name, told }: ToldOf) {
  if (told.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      {told.map(({ key, head, text }) => (
        <dd key={key}>
          {head === undefined ? null : <b>{head} </b>}
          {text}
        </dd>
      ))}
    </>
  );
}

function clauseName({ clauses }: EffectiveRules, clause: string, language: 'zh' | 'en'): string {
  return clauses[clause]?.[language] ?? clause;
}
