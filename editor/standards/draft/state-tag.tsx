import { Tag } from 'antd';
import { useWords } from '../../language/language.tsx';
import { standardsWords } from '../words.ts';

const COLOURS: Readonly<Record<string, string>> = {
  draft: 'processing',
  submitted: 'warning',
  returned: 'error',
  approved: 'success',
  published: 'success',
};

/** A draft's state, in words as well as in colour. */
export function StateTag({ state }: { readonly state: string }) {
  const words = useWords(standardsWords);
  return <Tag color={COLOURS[state] ?? 'default'}>{words.state(state)}</Tag>;
}
