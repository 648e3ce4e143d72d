import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { answerOf, service } from '../api/client.ts';
import { noteSessionEnded, SESSION } from '../api/session.ts';
import { markSignedIn } from '../api/signed-in-mark.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { peopleWords } from './words.ts';

/** Signing in with staff number and password. */
export function SignIn() {
  const { language } = useLanguage();
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const goTo = useNavigate();
  const state = useLocation().state as { readonly from?: unknown } | null;
  const enter = useMutation({
    mutationFn: async (body: { staffNumber: string; password: string }) =>
      answerOf(await service(language).POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      markSignedIn(true);
      queries.setQueryData(SESSION, session);
      noteSessionEnded(queries, false);
      void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
      // Back to where the session had ended, if that is where they come from.
      void goTo(typeof state?.from === 'string' ? state.from : '/overview');
    },
  });
  return (
    <div className="narrow">
      <h1>{words.signIn}</h1>
      <Form layout="vertical" requiredMark={false} onFinish={enter.mutate}>
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
