import { Spin } from 'antd';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** Something that is on its way. */
export function Waiting() {
  const words = useWords(shellWords);
  return <Spin description={words.loading}>{<div style={{ minHeight: 200 }} />}</Spin>;
}
