import { Button } from 'antd';
import { useState } from 'react';
import { type AuditLine, useAudit, useAuditHead, useAuditVerification } from '../api/administration.ts';
import { useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { useRest } from '../shell/use-rest.ts';
import { Waiting } from '../shell/waiting.tsx';
import { Field } from './field.tsx';
import { ForSignedIn } from './signed-in.tsx';
import { administrationWords } from './words.ts';

/** How long typing rests before the trail is searched. */
const REST_MILLISECONDS = 300;

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
          <code className="administration-secret">{data.hash}</code>
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
  const words = useWords(administrationWords);
  const [search, setSearch] = useState('');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(
    useRest(search.trim(), REST_MILLISECONDS),
  );
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const lines = data.pages.flatMap(({ items }) => items);
  return (
    <section className="panel">
      <div className="administration-form">
        <Field label={words.search} type="search" value={search} write={setSearch} maxLength={100} />
        <span className="aside" role="status">
          {words.shown(lines.length, hasNextPage)}
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
  const words = useWords(administrationWords);
  return (
    <div className="panel-table-frame">
      <table className="panel-table">
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
              <td>{line.line}</td>
              <td>{instantWords(line.at)}</td>
              <td>{named(line.by)}</td>
              <td>{line.act}</td>
              <td>{line.on === null ? '–' : named(line.on)}</td>
              <td>{line.reason ?? '–'}</td>
              <td>
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

/** Who or what, by the names that a line gives: `person S-101`, `drafts … 371522`. */
function named(of: object): string {
  return Object.values(of)
    .filter((value) => typeof value === 'string')
    .join(' ');
}
