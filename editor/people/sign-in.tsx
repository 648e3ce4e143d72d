import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { Link, useLocation, useNavigate } from 'react-router';
import { answerOf, service } from '../api/client.ts';
import { beginSession, useSession, useSessionEnded } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { peopleWords } from './words.ts';

/** Signing in with staff number and password. */
export function SignIn() {
  const { language } = useLanguage();
  const words = useWords(peopleWords);
  const goTo = useNavigate();
  const state = useLocation().state as { readonly from?: unknown } | null;
  // Back to where the session had ended, if that is where they come from.
  const next = typeof state?.from === 'string' ? state.from : '/overview';
  const enter = useMutation({
    mutationFn: async (body: { staffNumber: string; password: string }) =>
      answerOf(await service(language).POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      beginSession(session);
      void goTo(next);
    },
  });
  return (
    <div className="narrow">
      <h1>{words.signIn}</h1>
      {/* What was refused is not what is asked for now. */}
      <Form layout="vertical" requiredMark={false} onFinish={enter.mutate} onFinishFailed={() => enter.reset()}>
        {enter.isSuccess ? null : <Already next={next} />}
        <Form.Item
          label={words.staffNumber}
          name="staffNumber"
          rules={[{ required: true, message: words.needed(words.staffNumber) }]}
        >
          <Input autoComplete="username" maxLength={40} />
        </Form.Item>
        <Form.Item
          label={words.password}
          name="password"
          rules={[{ required: true, message: words.needed(words.password) }]}
        >
          <Input type="password" autoComplete="current-password" maxLength={200} />
        </Form.Item>
        {enter.error === null ? null : (
          <Form.Item>
            <Failure error={enter.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {words.signIn}
        </Button>
      </Form>
    </div>
  );
}

/** That one is signed in already, with the way on; nothing to who is not, or not any more. */
function Already({ next }: { readonly next: string }) {
  const words = useWords(peopleWords);
  const { data: session = null } = useSession();
  const hasEnded = useSessionEnded();
  if (session === null || hasEnded) return null;
  return (
    <Form.Item>
      <Alert
        type="info"
        showIcon
        role="status"
        title={words.alreadySignedIn(session.name, session.staffNumber)}
        description={words.asAnother}
        action={<Link to={next}>{words.goOn}</Link>}
      />
    </Form.Item>
  );
}
