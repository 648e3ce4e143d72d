import { useLocation } from 'react-router';
import type { EffectiveRules } from '../api/effective.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import type { Chapter, Limit, Rule, Standard } from './chapters.ts';
import { policyWords } from './words.ts';

/** One chapter: its standards as a table, its rules and limits as sentences, what the county set or added marked. */
export function ChapterText({ chapter, rules }: { readonly chapter: Chapter; readonly rules: EffectiveRules }) {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  const { id, label, standards } = chapter;
  return (
    <section id={id}>
      <h2>{label?.[language] ?? words.other}</h2>
      {standards.length === 0 ? null : (
        <table className="policy-standards">
          <caption>{words.standards}</caption>
          <thead>
            <tr>
              <th scope="col">{words.standard}</th>
              <th scope="col">{words.figure}</th>
              <th scope="col">{words.clauseAndSource}</th>
            </tr>
          </thead>
          <tbody>
            {standards.map((standard) => (
              <StandardRow key={standard.id} standard={standard} rules={rules} />
            ))}
          </tbody>
        </table>
      )}
      <Sentences name={words.rules} told={chapter.rules} rules={rules} />
      <Sentences name={words.limits} told={chapter.limits} rules={rules} />
    </section>
  );
}

function StandardRow({ standard, rules }: { readonly standard: Standard; readonly rules: EffectiveRules }) {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  const { label, words: figure, cityWords, origin, clause, source, verified } = standard;
  const own = origin === 'county';
  const anchor = `standard-${standard.id}`;
  const isSought = useLocation().hash === `#${anchor}`;
  const changed = own && cityWords !== null && cityWords[language] !== figure[language];
  return (
    <tr id={anchor} className={isSought ? 'policy-sought' : undefined}>
      <th scope="row">
        {label[language]}
        {own ? <strong className="policy-county"> ▲ {cityWords === null ? words.added : words.raised}</strong> : null}
      </th>
      <td>
        <Parts told={figure[language]} />
        {changed ? <small>{words.cityFigure(cityWords[language])}</small> : null}
      </td>
      <td>
        {clause === null ? null : (rules.clauses[clause]?.[language] ?? clause)}
        {verified ? null : <small>{words.notVerified}</small>}
        {source === null ? null : <small>{source[language]}</small>}
      </td>
    </tr>
  );
}

/** A figure in words, what it is made of under each other. */
function Parts({ told }: { readonly told: string }) {
  return told.split(/(?<=[；;]) */).map((part) => (
    <span className="policy-part" key={part}>
      {part}
    </span>
  ));
}

interface SentencesOf {
  readonly name: string;
  readonly told: readonly (Rule | Limit)[];
  readonly rules: EffectiveRules;
}

function Sentences({ name, told, rules }: SentencesOf) {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  if (told.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ul>
        {told.map(({ name: id, label, sentence, clause, origin }) => (
          <li key={id}>
            <b>{label[language]}</b>
            {clause === null ? null : words.clause(rules.clauses[clause]?.[language] ?? clause)}
            {origin === 'county' ? <strong className="policy-county"> ▲ {words.added}</strong> : null}{' '}
            {sentence[language]}
          </li>
        ))}
      </ul>
    </>
  );
}
