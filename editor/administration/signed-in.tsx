import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { administrationWords } from './words.ts';
import '../shell/panel.css';
import './administration.css';

/** A page for those who have signed in; others are shown the way. Who may do what the service says. */
export function ForSignedIn({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const words = useWords(administrationWords);
  const { data: session } = useSession();
  if (session === undefined) return <Waiting />;
  return (
    <>
      <h1>{title}</h1>
      {session === null ? (
        <p>
          <Link to="/sign-in">{words.signIn}</Link>
        </p>
      ) : (
        children
      )}
    </>
  );
}
