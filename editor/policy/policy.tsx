import { Button, Select } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { type EffectiveRules, useEffectiveRules } from '../api/effective.ts';
import { placesOn, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { DateChoice } from '../shell/date-choice.tsx';
import { Failure } from '../shell/failure.tsx';
import { NoRules } from '../shell/no-rules.tsx';
import { usePlaceInTitle } from '../shell/place-in-title.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { shellWords } from '../shell/words.ts';
import { ownCounty } from '../standards/county/may-write.ts';
import { ChapterText } from './chapter-text.tsx';
import { chaptersOf } from './chapters.ts';
import { OwnReason } from './own-reason.tsx';
import { policyWords } from './words.ts';
import './policy.css';

/** The rules in force in a place on a date as a text to read and print, made from the rules themselves. */
export function Policy() {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  const { code } = useParams();
  const places = usePlaces();
  const { data: session } = useSession();
  const first = places.data?.find(({ inForce }) => inForce !== null)?.code;
  // Whoever works for a county reads its text first; who looks has to be known before.
  const chosen = code ?? (session === undefined ? undefined : (ownCounty(session) ?? first));
  if (places.error !== null) return <Failure error={places.error} again={() => void places.refetch()} />;
  if (places.data === undefined || chosen === undefined) return <Waiting />;
  const options = (date: string | null) =>
    placesOn(places.data, date).map((place) => ({ value: place.code, label: place.name[language] }));
  return <Text code={chosen} options={options} words={words} />;
}

interface TextOf {
  readonly code: string;
  readonly options: (date: string | null) => { value: string; label: string }[];
  readonly words: (typeof policyWords)['zh'];
}

function Text({ code, options, words }: TextOf) {
  const { language } = useLanguage();
  const shell = useWords(shellWords);
  const go = useNavigate();
  const [address] = useSearchParams();
  const asked = address.get('date');
  usePlaceInTitle(code);
  const { data: rules, error, refetch } = useEffectiveRules(code, asked);
  const to = (place: string, date: string | null) =>
    void go(`/policy/${place}${date === null ? '' : `?date=${date}`}`, { replace: true });
  const choices = (
    <div className="choices policy-choices">
      <span>
        {words.place}{' '}
        <Select
          aria-label={words.place}
          className="policy-place"
          value={code}
          showSearch
          optionFilterProp="label"
          options={options(rules?.date ?? asked)}
          onChange={(place) => to(place, asked)}
        />
      </span>
      <DateChoice value={asked ?? rules?.date ?? ''} choose={(date) => to(code, date)} />
      <Button onClick={() => window.print()}>{words.print}</Button>
      <Link to={`/calculator?place=${code}${rules === undefined ? '' : `&date=${rules.date}`}`}>{words.calculate}</Link>
    </div>
  );
  if (error !== null)
    return (
      <>
        <h1>{words.policies}</h1>
        {choices}
        <NoRules
          error={error}
          code={code}
          date={asked}
          choose={(date) => to(code, date)}
          again={() => void refetch()}
        />
      </>
    );
  if (rules === undefined) return <Waiting />;
  return (
    <article className="policy">
      <h1>{words.policyOf(rules.name[language])}</h1>
      <p className="policy-title">{rules.title[language]}</p>
      <p className="aside">
        {rules.chosen ? words.nearest(rules.date) : words.inForceOn(rules.date)}
        {shell.between}
        {words.period(rules.period.from, rules.period.to ?? words.open)}
      </p>
      <OwnReason rules={rules} />
      {choices}
      <Chapters rules={rules} />
    </article>
  );
}

function Chapters({ rules }: { readonly rules: EffectiveRules }) {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  // The browser looked for it when there was no text yet.
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, []);
  const chapters = chaptersOf(rules);
  const ends = [
    { id: 'readings', name: words.readings },
    { id: 'left-out', name: words.leftOut },
    { id: 'versions', name: words.versions },
  ];
  const entries = [
    { id: 'layers', name: words.layers },
    ...chapters.map(({ id, label }) => ({ id, name: label?.[language] ?? words.other })),
    ...ends,
  ];
  const clause = (id: string | null) => (id === null ? '' : words.clause(rules.clauses[id]?.[language] ?? id));
  return (
    <>
      <nav aria-label={words.contents} className="policy-contents">
        <ol>
          {entries.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Layers rules={rules} />
      {chapters.map((chapter) => (
        <ChapterText key={chapter.id} chapter={chapter} rules={rules} />
      ))}
      <Listed id="readings" name={words.readings} hint={words.readingsHint}>
        {rules.readings.map(({ id, label, clause: at }) => (
          <li key={id}>
            {label[language]}
            {clause(at)}
          </li>
        ))}
      </Listed>
      <Listed id="left-out" name={words.leftOut} hint={words.leftOutHint}>
        {rules.leftOut.map(({ clause: at, label }) => (
          <li key={at}>
            {clause(at)} {label[language]}
          </li>
        ))}
      </Listed>
      <Versions rules={rules} />
    </>
  );
}

interface ListedOf {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly children: readonly ReactNode[];
}

function Listed({ id, name, hint, children }: ListedOf) {
  if (children.length === 0) return null;
  return (
    <section id={id}>
      <h2>{name}</h2>
      <p className="aside">{hint}</p>
      <ol>{children}</ol>
    </section>
  );
}

/** Who pays, in paying order. */
function Layers({ rules }: { readonly rules: EffectiveRules }) {
  const { language } = useLanguage();
  const words = useWords(policyWords);
  return (
    <section id="layers">
      <h2>{words.layers}</h2>
      <ol>
        {rules.layers.map(({ name, label, payer, origin, replacedBy }) => {
          const department = payer?.department?.[language];
          const paying =
            payer === null || department === undefined
              ? payer?.label[language]
              : words.department(payer.label[language], department);
          return (
            <li key={name}>
              {label[language]}
              {paying === undefined ? null : <span className="aside"> {words.paidBy(paying)}</span>}
              {origin === 'county' ? <strong className="policy-county"> ▲ {words.added}</strong> : null}
              {replacedBy === null ? null : <strong> {words.replacedBy(replacedBy[language])}</strong>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Versions({ rules }: { readonly rules: EffectiveRules }) {
  const words = useWords(policyWords);
  const { base, version, digest, jurisdiction, effectiveDigest } = rules.ruleSet;
  const county = jurisdiction !== base.jurisdiction;
  return (
    <section id="versions">
      <h2>{words.versions}</h2>
      <dl className="policy-digests">
        <dt>{words.cityText(base.version ?? '')}</dt>
        <dd>{base.digest}</dd>
        {county ? (
          <>
            <dt>{version === null ? words.noCountyText : words.countyText(version)}</dt>
            <dd>{digest}</dd>
          </>
        ) : null}
        <dt>{words.effectiveDigest}</dt>
        <dd>{effectiveDigest}</dd>
      </dl>
    </section>
  );
}
