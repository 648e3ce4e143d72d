import { Alert } from 'antd';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { noteSessionEnded } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** Codes of the service's no to somebody who has to sign in, and what is said of each: nobody has, it has ended, or another has. */
const SAID: ReadonlyMap<string, 'signedOut' | 'another'> = new Map([
  ['personNeeded', 'signedOut'],
  ['sessionEnded', 'signedOut'],
  ['signedInAsAnother', 'another'],
]);

/** Whether a code of the service says that one has to sign in, or to do so again. */
export function isSignedOut(code: string): boolean {
  return SAID.has(code);
}

/** That somebody has to sign in, or to do so again, with the way there and back to where they are. */
export function SignedOut({ code }: { readonly code: string }) {
  const words = useWords(shellWords);
  // From here on the bar tells nobody that they are signed in.
  useEffect(() => noteSessionEnded(true), []);
  return (
    <Alert type="warning" showIcon role="alert" title={words[SAID.get(code) ?? 'signedOut']} action={<SignInAgain />} />
  );
}

/** The way to signing in, and back to where they are. */
export function SignInAgain() {
  const words = useWords(shellWords);
  const { pathname, search } = useLocation();
  return (
    <Link to="/sign-in" state={{ from: pathname + search }}>
      {words.signIn}
    </Link>
  );
}
