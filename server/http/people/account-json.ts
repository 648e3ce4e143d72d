import type { Account, ChangedAccount, IssuedKey as IssuedKeyJson } from '../../../schemas/generated/documents.ts';
import type { Held } from '../../store/desk.ts';
import type { Invitation } from '../../usecases/people/accounts.ts';
import type { Account as KeptAccount } from '../../workflow/account.ts';
import type { IssuedKey } from '../../workflow/issued-key.ts';

/** An account as JSON: what is kept of password and invitation stays here. */
export function accountJson({ revision, row }: Held<KeptAccount>): Account {
  const { staffNumber, name, grants, locked, password, invitation, createdAt } = row;
  return {
    staffNumber,
    name,
    grants: grants.map(({ role, jurisdiction }) => ({ role, jurisdiction })),
    locked,
    passwordSet: password !== null,
    invitedUntil: invitation?.expires ?? null,
    createdAt,
    revision,
  };
}

/** An account after a change, with the invitation that was made, which is shown this once. */
export function changedAccountJson(held: Held<KeptAccount>, invitation: Invitation | null): ChangedAccount {
  const shown = invitation === null ? null : { ...invitation, link: `/invitation#${invitation.token}` };
  return { ...accountJson(held), invitation: shown };
}

/** An issued key as JSON, without its hash. */
export function issuedKeyJson({ id, row }: Held<IssuedKey>): IssuedKeyJson {
  const { scopes, jurisdictions, expires, revokedAt, madeBy, madeAt } = row;
  return {
    name: id,
    scopes: [...scopes],
    jurisdictions: jurisdictions === null ? null : [...jurisdictions],
    expires,
    revokedAt,
    madeBy,
    madeAt,
  };
}
