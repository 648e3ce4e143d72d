import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type AuditLine, useAudit, useAuditHead, useAuditVerification } from '../api/administration.ts';
import { placeOf, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { useRest } from '../shell/use-rest.ts';
import { Waiting } from '../shell/waiting.tsx';
import { mayReadDrafts } from '../standards/county/may-write.ts';
import { actWords, allActs, kindWords, type Named, namedActs, searchedBy } from './audit-words.ts';
import { Field } from './field.tsx';
import { ROLES } from './roles.ts';
import { ForSignedIn } from './signed-in.tsx';
import { administrationWords } from './words.ts';

/** How long typing rests before the trail is searched. */
const REST_MILLISECONDS = 300;

/** Where the acts stand that are offered to whoever searches. */
const ACTS_LIST = 'audit-acts';

/** Who did what when, the last first, and where the trail ends. */
export function Audit() {
  const words = useWords(administrationWords);
  return (
    <ForSignedIn title={words.audit}>
      <Head />
      <Trail />
    </ForSignedIn>
  );
}

function Head() {
  const words = useWords(administrationWords);
  const { data, error } = useAuditHead();
  return (
    <section className="panel">
      <h2>{words.head}</h2>
      {error !== null ? <Failure error={error} /> : null}
      {data === undefined ? null : (
        <>
          <p>{words.headTold(data.lines)}</p>
          <code className="administration-secret">{`${data.lines}:${data.hash}`}</code>
          <CopyButton text={() => `${data.lines}:${data.hash}`} name={words.copyHash} />
          <Verification />
        </>
      )}
    </section>
  );
}

/** Every line held to its hash, and to an end that somebody noted earlier. */
function Verification() {
  const words = useWords(administrationWords);
  const [noted, setNoted] = useState('');
  const [asked, setAsked] = useState<{ readonly head: string; readonly time: number } | null>(null);
  const { data, error, isFetching } = useAuditVerification(asked);
  return (
    <>
      <div className="administration-form">
        <Field label={words.noted} value={noted} write={setNoted} maxLength={100} placeholder="12:sha256:…" />
        <Button loading={isFetching} onClick={() => setAsked({ head: noted.trim(), time: (asked?.time ?? 0) + 1 })}>
          {words.verify}
        </Button>
      </div>
      {error === null ? null : <Failure error={error} />}
      {data === undefined ? null : (
        <div role="status">
          {data.isWhole ? <p>✓ {words.whole(data.lines)}</p> : null}
          {data.faults.map(({ code, message }) => (
            <p key={code}>✗ {message}</p>
          ))}
        </div>
      )}
    </>
  );
}

function Trail() {
  const { language } = useLanguage();
  const words = useWords(administrationWords);
  const [search, setSearch] = useState('');
  const searched = searchedBy(search, useShown());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(
    useRest(searched, REST_MILLISECONDS),
  );
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const lines = data.pages.flatMap(({ items }) => items);
  return (
    <section className="panel">
      <div className="administration-form">
        <Field label={words.search} type="search" value={search} write={setSearch} maxLength={100} list={ACTS_LIST} />
        <datalist id={ACTS_LIST}>
          {allActs(language).map((act) => (
            <option key={act} value={act} />
          ))}
        </datalist>
        <span className="aside" role="status">
          {words.shown(lines.length, hasNextPage, search.trim() !== '')}
        </span>
      </div>
      {lines.length === 0 ? <p>{words.noLines}</p> : <Lines lines={lines} />}
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      ) : null}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly AuditLine[] }) {
  const { language } = useLanguage();
  const words = useWords(administrationWords);
  const { actor, subject } = useNamed();
  return (
    <div className="panel-table-frame">
      <table className="panel-table panel-stack">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.act}</th>
            <th scope="col">{words.on}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.line}</th>
              <td data-head={words.at}>{instantWords(line.at)}</td>
              <td data-head={words.by}>{actor(line.by)}</td>
              <td data-head={words.act}>{actWords(line.act, language)}</td>
              <td data-head={words.on}>{line.on === null ? '–' : subject(line.on)}</td>
              <td data-head={words.reason}>{line.reason ?? '–'}</td>
              <td data-head={words.details}>
                {line.before === null && line.after === null ? (
                  '–'
                ) : (
                  <details>
                    <summary>{words.details}</summary>
                    <pre className="administration-values">
                      {JSON.stringify({ before: line.before, after: line.after }, null, 1)}
                    </pre>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** All that lines show under another name than they are written with: acts and their subjects, roles, who is nobody's account, places. */
function useShown(): readonly Named[] {
  const { language } = useLanguage();
  const words = useWords(administrationWords);
  const { data: places = [] } = usePlaces();
  return [
    ...namedActs(language),
    ...ROLES.map((role) => ({ shown: words[role], written: `"${role}"` })),
    { shown: words.program, written: '"system"' },
    { shown: words.stranger, written: '"stranger"' },
    { shown: words.keyOf(''), written: '"key"' },
    ...places.map(({ code, name }) => ({ shown: name[language], written: `"${code}"` })),
  ];
}

/** Who or what a line is about, in words. */
function useNamed() {
  const { language } = useLanguage();
  const words = useWords(administrationWords);
  const { data: places = [] } = usePlaces();
  const { data: session = null } = useSession();
  const readsDrafts = mayReadDrafts(session);
  const actor = (by: AuditLine['by']) => {
    const { kind, staffNumber, role, name } = by as Readonly<Record<string, string | null>>;
    if (kind === 'key') return words.keyOf(name ?? '');
    if (kind !== 'person') return kind === 'system' ? words.program : words.stranger;
    return role == null ? staffNumber : words.withRole(staffNumber ?? '', words[role as 'administrator'] ?? role);
  };
  const subject = (on: NonNullable<AuditLine['on']>) => {
    const { kind = '', id = '', jurisdiction } = on as Readonly<Record<string, string>>;
    const place = jurisdiction === undefined ? '' : (placeOf(places, jurisdiction)?.name[language] ?? jurisdiction);
    const told = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
    const called = [place, kindWords(kind, language)];
    if (kind !== 'drafts' || !readsDrafts) return told([...called, id]);
    // By its code: what it says today is not what was done to it then.
    return (
      <>
        {told(called)} <Link to={`/reviews/${id}`}>{id}</Link>
      </>
    );
  };
  return { actor, subject };
}
