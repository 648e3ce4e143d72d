import { Alert } from 'antd';
import type { Invitation } from '../api/administration.ts';
import { useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { administrationWords } from './words.ts';

/** The link by which a person chooses a password, shown once. */
export function InvitationLink({ invitation }: { readonly invitation: Invitation }) {
  const words = useWords(administrationWords);
  const link = new URL(invitation.link, location.origin).href;
  return (
    <Alert
      type="success"
      role="status"
      title={words.linkOnce(instantWords(invitation.expires))}
      description={
        <>
          <code className="administration-secret">{link}</code>
          <CopyButton text={() => link} name={words.copyLink} />
        </>
      }
    />
  );
}
