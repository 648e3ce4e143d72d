import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useLocation, useNavigate } from 'react-router';
import { answerOf, service } from '../api/client.ts';
import { endSession, useSession, useSessionEnded } from '../api/session.ts';
import { markSignedIn } from '../api/signed-in-mark.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { peopleWords } from '../people/words.ts';
import { readyToSignOut } from './before-signing-out.ts';
import { Failure } from './failure.tsx';
import { LEFT, LEFT_TO } from './left.tsx';

/** Who looks at the pages, with the way in or out. */
export function Visitor() {
  const { language } = useLanguage();
  const words = useWords(peopleWords);
  const { data: session } = useSession();
  const ended = useSessionEnded();
  const goTo = useNavigate();
  const { pathname } = useLocation();
  const leave = useMutation({
    mutationFn: async (_from: string) => {
      const isReady = await readyToSignOut();
      if (isReady) answerOf(await service(language).DELETE('/api/v1/session'));
      return isReady;
    },
    // The page that is left is not read again as nobody.
    onSuccess: async (hasLeft) => {
      if (!hasLeft) return;
      markSignedIn(false);
      await goTo(LEFT_TO, { state: LEFT, flushSync: true });
      endSession();
    },
  });
  if (session === undefined) return null;
  if (session === null || ended) return <Link to="/sign-in">{words.signIn}</Link>;
  return (
    <span>
      {words.signedInAs(session.name)}{' '}
      <Button type="link" loading={leave.isPending} onClick={() => leave.mutate(pathname)}>
        {words.signOut}
      </Button>
      {/* That it did not come about is no matter of the next page. */}
      {leave.error === null || leave.variables !== pathname ? null : <Failure error={leave.error} />}
    </span>
  );
}
