import { Alert, Button } from 'antd';
import { useState } from 'react';
import { usePasswordChange } from '../api/administration.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { Field } from './field.tsx';
import { ForSignedIn } from './signed-in.tsx';
import { administrationWords } from './words.ts';

/** Another password for whoever is signed in. */
export function Password() {
  const words = useWords(administrationWords);
  return (
    <ForSignedIn title={words.password}>
      <PasswordForm />
    </ForSignedIn>
  );
}

function PasswordForm() {
  const words = useWords(administrationWords);
  const change = usePasswordChange();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const send = () => {
    setDiffer(next !== again);
    if (next === again) change.mutate({ current, next });
    // What was refused is not what is asked for now.
    else change.reset();
  };
  const fields = [
    [words.current, current, setCurrent, 'current-password'],
    [words.next, next, setNext, 'new-password'],
    [words.again, again, setAgain, 'new-password'],
  ] as const;
  return (
    <form
      className="panel panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {fields.map(([label, value, set, fill]) => (
        <Field key={label} label={label} type="password" required autoComplete={fill} value={value} write={set} />
      ))}
      {differ ? <Alert type="error" role="alert" title={words.differ} /> : null}
      {change.error === null ? null : <Failure error={change.error} />}
      {change.isSuccess ? <Alert type="success" role="status" title={words.changed} /> : null}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {words.password}
      </Button>
    </form>
  );
}
