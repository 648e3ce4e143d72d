import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { MovedOn } from '../../api/moved-on.ts';
import { useWords } from '../../language/language.tsx';
import { useWho } from '../../shell/who.ts';
import { movedOnWords } from './moved-on-words.ts';
import { mergingWords } from './words.ts';

interface MovedOnAlertOf {
  readonly moved: MovedOn;
  readonly isSubmitted: boolean;
  /** Carries the draft's changes onto what has come since; null for who may not write it. */
  readonly acts: {
    readonly carry: (onto: NonNullable<MovedOn['onto']>) => void;
    readonly isDisabled: boolean;
    readonly isPending: boolean;
  } | null;
  /** What went wrong with it. */
  readonly children: ReactNode;
}

/** What has come since a draft was begun or submitted, what that means, and the way onto it. */
export function MovedOnAlert({ moved, isSubmitted, acts, children }: MovedOnAlertOf) {
  const words = useWords(mergingWords);
  const who = useWho();
  const { onto } = moved;
  return (
    <Alert
      type="warning"
      showIcon
      title={movedOnWords(moved, isSubmitted, words, who)}
      description={
        <>
          <p>{meaning(moved, { isSubmitted, isEditor: acts !== null }, words)}</p>
          {acts !== null && onto !== null ? (
            <Button type="primary" disabled={acts.isDisabled} loading={acts.isPending} onClick={() => acts.carry(onto)}>
              {isSubmitted ? words.carryWithdrawing : words.carry}
            </Button>
          ) : null}
          {children}
        </>
      }
    />
  );
}

/** What it means for who reads it. */
function meaning(
  { onto }: MovedOn,
  { isSubmitted, isEditor }: { readonly isSubmitted: boolean; readonly isEditor: boolean },
  words: (typeof mergingWords)['zh'],
): string {
  if (!isSubmitted) return words.notInDraft;
  if (!isEditor) return words.cannotBePublished;
  return `${words.cannotBePublished} ${onto === null ? words.withdrawAgain : words.carryOrWithdraw}`;
}
