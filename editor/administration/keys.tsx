import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { type IssuedKey, useIssuedKeys, useKeyRevocation, useNewKey } from '../api/administration.ts';
import { useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { DayField } from '../shell/day-input.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { Field } from './field.tsx';
import { ForSignedIn } from './signed-in.tsx';
import { administrationWords } from './words.ts';

/** All keys of programs that call the interface: issued, shown once, revoked. */
export function ApiKeys() {
  const words = useWords(administrationWords);
  return (
    <ForSignedIn title={words.keys}>
      <KeyList />
    </ForSignedIn>
  );
}

function KeyList() {
  const words = useWords(administrationWords);
  const { data, error, refetch } = useIssuedKeys();
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <NewKey />
      {data.length === 0 ? (
        <p>{words.noKeys}</p>
      ) : (
        <div className="panel panel-table-frame">
          <table className="panel-table panel-stack">
            <thead>
              <tr>
                <th scope="col">{words.keyName}</th>
                <th scope="col">{words.scopes}</th>
                <th scope="col">{words.places}</th>
                <th scope="col">{words.expires}</th>
                <th scope="col">{words.madeBy}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((key) => (
                <KeyRow key={key.name} issued={key} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function KeyRow({ issued }: { readonly issued: IssuedKey }) {
  const words = useWords(administrationWords);
  const revoke = useKeyRevocation();
  const [sure, setSure] = useState(false);
  return (
    <tr>
      <th scope="row">{issued.name}</th>
      <td data-head={words.scopes}>{issued.scopes.map((scope) => words[scope]).join(' · ')}</td>
      <td data-head={words.places}>{issued.jurisdictions?.join(' ') ?? words.allPlaces}</td>
      <td data-head={words.expires}>{issued.expires ?? words.noEnd}</td>
      <td data-head={words.madeBy}>
        {issued.madeBy}
        <div className="aside">{instantWords(issued.madeAt)}</div>
      </td>
      <td data-head={words.state}>
        {issued.revokedAt !== null ? (
          words.revokedAt(instantWords(issued.revokedAt))
        ) : (
          <>
            {words.valid}{' '}
            <Button
              size="small"
              danger
              aria-label={words.ofAccount(sure ? words.revokeSure : words.revoke, issued.name)}
              onClick={() => (sure ? revoke.mutate(issued.name) : setSure(true))}
            >
              {sure ? words.revokeSure : words.revoke}
            </Button>
          </>
        )}
        {revoke.error === null ? null : <Failure error={revoke.error} />}
      </td>
    </tr>
  );
}

const SCOPES = ['evaluate', 'read'] as const;

function NewKey() {
  const words = useWords(administrationWords);
  const issue = useNewKey();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly (typeof SCOPES)[number][]>(['evaluate']);
  const [places, setPlaces] = useState('');
  const [expires, setExpires] = useState('');
  const codes = places.split(/[\s,，、]+/).filter((code) => code !== '');
  const key = issue.data?.key;
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        issue.mutate({
          name,
          scopes: [...scopes],
          jurisdictions: codes.length === 0 ? null : codes,
          expires: expires === '' ? null : expires,
        });
      }}
    >
      <h2>{words.newKey}</h2>
      <div className="administration-form">
        <Field label={words.keyName} required value={name} write={setName} />
        <fieldset>
          <legend>{words.scopes}</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(SCOPES.filter((one) => (one === scope ? target.checked : scopes.includes(one))))
              }
            >
              {words[scope]}
            </Checkbox>
          ))}
        </fieldset>
        <Field label={words.places} value={places} write={setPlaces} />
        <span className="aside">{words.placesHelp}</span>
        <DayField label={words.expires} value={expires} onDay={setExpires} />
        <Button type="primary" htmlType="submit" disabled={scopes.length === 0} loading={issue.isPending}>
          {words.issue}
        </Button>
      </div>
      {issue.error === null ? null : <Failure error={issue.error} />}
      {key === undefined ? null : (
        <Alert
          type="success"
          role="status"
          title={words.keyOnce}
          description={
            <>
              <code className="administration-secret">{key}</code>
              <CopyButton text={() => key} name={words.copyKey} />
            </>
          }
        />
      )}
    </form>
  );
}
