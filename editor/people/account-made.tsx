import { Link } from 'react-router';
import { useWords } from '../language/language.tsx';
import { peopleWords } from './words.ts';

/** That an account has its password now, with the way in. */
export function AccountMade() {
  const words = useWords(peopleWords);
  return (
    <div className="narrow">
      <p role="status">{words.setUpDone}</p>
      <Link to="/sign-in">{words.signIn}</Link>
    </div>
  );
}
