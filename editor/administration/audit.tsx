import { Button } from 'antd';
import { useState } from 'react';
import { type AuditLine, useAudit, useAuditHead } from '../api/administration.ts';
import { useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { Field } from './field.tsx';
import { ForSignedIn } from './signed-in.tsx';
import { administrationWords } from './words.ts';

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
          <p className="aside">{words.hashHelp}</p>
        </>
      )}
    </section>
  );
}

function Trail() {
  const words = useWords(administrationWords);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit();
  const [search, setSearch] = useState('');
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const lines = data.pages.flatMap(({ items }) => items);
  const wanted = search.trim().toLowerCase();
  const shown = lines.filter((line) => wanted === '' || textOf(line).includes(wanted));
  return (
    <section className="panel">
      <div className="administration-form">
        <Field label={words.search} type="search" value={search} write={setSearch} />
        <span className="aside" role="status">
          {words.searched(shown.length, lines.length)}
        </span>
      </div>
      {shown.length === 0 ? <p>{words.noLines}</p> : <Lines lines={shown} />}
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

/** All that a search looks at. */
function textOf({ at, by, act, on, reason, before, after }: AuditLine): string {
  return [instantWords(at), JSON.stringify([by, act, on, reason, before, after])].join(' ').toLowerCase();
}
