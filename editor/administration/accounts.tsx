import { Button } from 'antd';
import { useState } from 'react';
import { type Account, type Grant, useAccountChange, useAccounts, useNewAccount } from '../api/administration.ts';
import { placeOf, usePlaces } from '../api/places.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { Field } from './field.tsx';
import { Grants } from './grants.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { ForSignedIn } from './signed-in.tsx';
import { administrationWords } from './words.ts';

/** All accounts: made, locked, invited again, and what each may do. */
export function Accounts() {
  const words = useWords(administrationWords);
  return (
    <ForSignedIn title={words.accounts}>
      <AccountList />
    </ForSignedIn>
  );
}

function AccountList() {
  const words = useWords(administrationWords);
  const { data, error, refetch } = useAccounts();
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <NewAccount />
      <div className="panel panel-table-frame">
        <table className="panel-table panel-stack">
          <thead>
            <tr>
              <th scope="col">{words.staffNumber}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.roles}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.acts}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((account) => (
              <AccountRow key={account.staffNumber} account={account} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function NewAccount() {
  const words = useWords(administrationWords);
  const make = useNewAccount();
  const [staffNumber, setStaffNumber] = useState('');
  const [name, setName] = useState('');
  const [grants, setGrants] = useState<Grant[]>([{ role: 'analyst' }]);
  const made = make.data?.invitation ?? null;
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ staffNumber, name, grants });
      }}
    >
      <h2>{words.newAccount}</h2>
      <div className="administration-form">
        <Field label={words.staffNumber} required value={staffNumber} write={setStaffNumber} />
        <Field label={words.name} required value={name} write={setName} />
        <Grants grants={grants} change={setGrants} />
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </div>
      {make.error === null ? null : <Failure error={make.error} />}
      {made === null ? null : <InvitationLink invitation={made} />}
    </form>
  );
}

function AccountRow({ account }: { readonly account: Account }) {
  const words = useWords(administrationWords);
  const { language } = useLanguage();
  const { data: places = [] } = usePlaces();
  const change = useAccountChange(account);
  const [grants, setGrants] = useState<Grant[] | null>(null);
  const { staffNumber, locked } = account;
  const invitation = change.data?.invitation ?? null;
  return (
    <tr>
      <th scope="row">{staffNumber}</th>
      <td data-head={words.name}>{account.name}</td>
      <td data-head={words.roles}>
        {grants === null ? (
          account.grants.map(({ role, jurisdiction }) => (
            <div key={`${role} ${jurisdiction}`}>
              {words[role]}
              {jurisdiction == null ? '' : ` · ${placeOf(places, jurisdiction)?.name[language] ?? jurisdiction}`}
            </div>
          ))
        ) : (
          <Grants grants={grants} change={setGrants} />
        )}
      </td>
      <td data-head={words.state}>{stateOf(account, words)}</td>
      <td>
        <div className="administration-acts">
          {grants === null ? (
            <>
              <Button
                size="small"
                aria-label={words.ofAccount(words.changeRoles, staffNumber)}
                onClick={() => setGrants([...account.grants])}
              >
                {words.changeRoles}
              </Button>
              <Button
                size="small"
                aria-label={words.ofAccount(locked ? words.unlock : words.lock, staffNumber)}
                onClick={() => change.mutate({ locked: !locked })}
              >
                {locked ? words.unlock : words.lock}
              </Button>
              <Button
                size="small"
                aria-label={words.ofAccount(words.invite, staffNumber)}
                onClick={() => change.mutate({ invite: true })}
              >
                {words.invite}
              </Button>
            </>
          ) : (
            <>
              <Button
                size="small"
                type="primary"
                onClick={() => change.mutate({ grants }, { onSuccess: () => setGrants(null) })}
              >
                {words.save}
              </Button>
              <Button size="small" onClick={() => setGrants(null)}>
                {words.cancel}
              </Button>
            </>
          )}
        </div>
        {change.error === null ? null : <Failure error={change.error} />}
        {invitation === null ? null : <InvitationLink invitation={invitation} />}
      </td>
    </tr>
  );
}

function stateOf(
  { locked, passwordSet, invitedUntil }: Account,
  words: { locked: string; active: string; notInvited: string; invited: (until: string) => string },
): string {
  if (locked) return words.locked;
  if (invitedUntil !== null) return words.invited(instantWords(invitedUntil));
  return passwordSet ? words.active : words.notInvited;
}
