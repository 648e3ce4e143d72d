import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { answerOf, service } from '../api/client.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { AccountMade } from './account-made.tsx';
import { useLinkSecret } from './link-secret.ts';
import { NewPassword } from './new-password.tsx';
import { peopleWords } from './words.ts';

/** Choosing the first password, by the link that an administrator gave. */
export function Invitation() {
  const { language } = useLanguage();
  const words = useWords(peopleWords);
  const token = useLinkSecret();
  const choose = useMutation({
    mutationFn: async ({ password }: { readonly password: string }) =>
      answerOf(await service(language).POST('/api/v1/invitations', { body: { token, password } })),
  });
  if (token === '') {
    return (
      <div className="narrow">
        <h1>{words.invitation}</h1>
        <p>{words.invitationNoLink}</p>
      </div>
    );
  }
  if (choose.isSuccess) return <AccountMade />;
  return (
    <div className="narrow">
      <h1>{words.invitation}</h1>
      <p className="aside">{words.invitationHint}</p>
      {/* What was refused is not what is asked for now. */}
      <Form layout="vertical" requiredMark={false} onFinish={choose.mutate} onFinishFailed={() => choose.reset()}>
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
