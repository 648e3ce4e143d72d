import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { answerOf, service } from '../api/client.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { AccountMade } from './account-made.tsx';
import { useLinkSecret } from './link-secret.ts';
import { NewPassword } from './new-password.tsx';
import { peopleWords } from './words.ts';

/** The first administrator, by the link that the service prints at its first start. */
export function SetUp() {
  const { language } = useLanguage();
  const words = useWords(peopleWords);
  const token = useLinkSecret();
  const make = useMutation({
    mutationFn: async ({
      staffNumber,
      name,
      password,
    }: Readonly<Record<'staffNumber' | 'name' | 'password', string>>) =>
      answerOf(await service(language).POST('/api/v1/setup', { body: { token, staffNumber, name, password } })),
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  if (token === '') {
    return (
      <div className="narrow">
        <h1>{words.setUp}</h1>
        <p>{words.setUpNoLink}</p>
      </div>
    );
  }
  if (make.isSuccess) return <AccountMade />;
  return (
    <div className="narrow">
      <h1>{words.setUp}</h1>
      <p className="aside">{words.setUpHint}</p>
      {/* What was refused is not what is asked for now. */}
      <Form layout="vertical" requiredMark={false} onFinish={make.mutate} onFinishFailed={() => make.reset()}>
        <Form.Item label={words.staffNumber} name="staffNumber" rules={needed(words.staffNumber)}>
          <Input autoComplete="username" maxLength={40} />
        </Form.Item>
        <Form.Item label={words.fullName} name="name" rules={needed(words.fullName)}>
          <Input autoComplete="name" maxLength={80} />
        </Form.Item>
        <NewPassword />
        {make.error === null ? null : (
          <Form.Item>
            <Failure error={make.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {words.create}
        </Button>
      </Form>
    </div>
  );
}
