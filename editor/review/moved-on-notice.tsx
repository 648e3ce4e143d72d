import { Alert } from 'antd';
import type { MovedOn } from '../api/moved-on.ts';
import { useWords } from '../language/language.tsx';
import { useWho } from '../shell/who.ts';
import { movedOnWords } from '../standards/merging/moved-on-words.ts';
import { mergingWords } from '../standards/merging/words.ts';

/** Says what has been published since a submission, which nobody can decide on any more. */
export function MovedOnNotice({ moved }: { readonly moved: MovedOn }) {
  const words = useWords(mergingWords);
  const who = useWho();
  return (
    <Alert
      type="warning"
      showIcon
      title={movedOnWords(moved, true, words, who)}
      description={words.cannotBePublished}
    />
  );
}
