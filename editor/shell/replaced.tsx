import { Alert } from 'antd';
import { noteReplacedSeen, useReplaced, useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { peopleWords } from '../people/words.ts';
import { SignInAgain } from './signed-out.tsx';

/** That somebody else has signed in from this browser by another page of it, until it has been seen: this page is theirs now. */
export function ReplacedPerson() {
  const words = useWords(peopleWords);
  const { data: session } = useSession();
  const replaced = useReplaced();
  if (replaced === null || !replaced.isTold || session == null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={words.replaced(session, replaced.before)}
      action={<SignInAgain />}
      closable={{ onClose: noteReplacedSeen }}
    />
  );
}
