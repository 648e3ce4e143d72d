import { Form, Input } from 'antd';
import { useWords } from '../language/language.tsx';
import { peopleWords } from './words.ts';

/** A password that is chosen: twice, so that a slip of the finger locks nobody out. */
export function NewPassword() {
  const words = useWords(peopleWords);
  return (
    <>
      <Form.Item
        label={words.password}
        name="password"
        rules={[{ required: true, message: words.needed(words.password) }]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        label={words.passwordAgain}
        name="again"
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, again) =>
              again === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(words.passwordsDiffer)),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
