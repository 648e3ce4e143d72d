import { Input } from 'antd';
import { type ComponentProps, useId } from 'react';

/** A field to write into, with its label above it. */
export function Field({
  label,
  write,
  ...input
}: {
  readonly label: string;
  readonly write: (text: string) => void;
} & ComponentProps<typeof Input>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input {...input} id={id} onChange={({ target }) => write(target.value)} />
    </div>
  );
}
