import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language.tsx';
import { useDraftView } from '../form/view.ts';
import { addedWords } from './words.ts';

/** Something that the draft adds to the city's: its name, a way to take it out after a question, and what is said of it. */
export function AddedPart({
  name,
  removeTitle,
  remove,
  children,
}: {
  readonly name: string;
  /** Asked before it is taken out. */
  readonly removeTitle: string;
  readonly remove: () => void;
  readonly children: ReactNode;
}) {
  const words = useWords(addedWords);
  const { mayWrite } = useDraftView();
  return (
    <section aria-label={name}>
      <h3>
        {name}{' '}
        {mayWrite ? (
          <Popconfirm title={removeTitle} onConfirm={remove} okText={words.removeOk} cancelText={words.cancel}>
            <Button type="link" size="small">
              {words.remove(name)}
            </Button>
          </Popconfirm>
        ) : null}
      </h3>
      {children}
    </section>
  );
}
