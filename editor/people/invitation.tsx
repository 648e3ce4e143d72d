import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { Link } from 'react-router';
import { answerOf, service } from '../api/client.ts';
import { useLanguage } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLinkSecret } from './link-secret.ts';
import { NewPassword } from './new-password.tsx';

/** Choosing the first password, by the link that an administrator gave. */
export function Invitation() {
  const { language, words } = useLanguage();
  const token = useLinkSecret();
  const choose = useMutation({
    mutationFn: async ({ password }: { readonly password: string }) =>
      answerOf(await service(language).POST('/api/v1/invitations', { body: { token, password } })),
  });
  if (token === '') return <p className="narrow">{words.invitationNoLink}</p>;
  if (choose.isSuccess)
    return (
      <div className="narrow">
        <p role="status">{words.setUpDone}</p>
        <Link to="/sign-in">{words.signIn}</Link>
      </div>
    );
  return (
    <div className="narrow">
      <h1>{words.invitation}</h1>
      <p className="aside">{words.invitationHint}</p>
      <Form layout="vertical" requiredMark={false} onFinish={choose.mutate}>
        <NewPassword />
        {choose.error === null ? null : (
          <Form.Item>
            <Failure error={choose.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          {words.save}
        </Button>
      </Form>
    </div>
  );
}
