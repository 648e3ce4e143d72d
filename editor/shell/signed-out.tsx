import { Alert } from 'antd';
import { Link, useLocation } from 'react-router';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** Codes of the service's no to somebody who has not signed in, or whose session has ended. */
export const SIGNED_OUT: ReadonlySet<string> = new Set(['personNeeded', 'sessionEnded']);

/** That somebody has to sign in, or to do so again, with the way there and back to where they are. */
export function SignedOut() {
  const words = useWords(shellWords);
  const from = useLocation();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={words.signedOut}
      action={
        <Link to="/sign-in" state={{ from: from.pathname + from.search }}>
          {words.signIn}
        </Link>
      }
    />
  );
}
