import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { noteSessionEnded } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** Codes of the service's no to somebody who has not signed in, or whose session has ended. */
export const SIGNED_OUT: ReadonlySet<string> = new Set(['personNeeded', 'sessionEnded']);

/** That somebody has to sign in, or to do so again, with the way there and back to where they are. */
export function SignedOut() {
  const words = useWords(shellWords);
  const from = useLocation();
  const queries = useQueryClient();
  // From here on the bar tells nobody that they are signed in.
  useEffect(() => noteSessionEnded(queries, true), [queries]);
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
