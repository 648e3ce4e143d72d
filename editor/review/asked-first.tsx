import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Consequences, useConsequences } from '../api/consequences.ts';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ConsequencesTold } from './consequences/consequences-told.tsx';
import { reviewWords } from './words.ts';

interface AskedFirstOf {
  readonly draft: ReviewedDraft;
  /** What stands on the button that opens the question. */
  readonly name: string;
  readonly title: string;
  /** What stands on the button that answers it. */
  readonly confirm: string;
  readonly isPending: boolean;
  /** The id of what says why it cannot be done; undefined where it can. */
  readonly whyNot: string | undefined;
  /** @param shown what was told of what publishing does */
  readonly act: (shown: Consequences) => void;
  /** What has to be read before, beside what publishing does to what is published. */
  readonly children: ReactNode;
}

/**
 * A button whose act is asked for once more, with what has to be read before. It is asked in the middle of the page: beside its
 * button it would move, and a press on it be lost, whenever something above it comes late.
 */
export function AskedFirst({ name, isPending, whyNot, act, ...question }: AskedFirstOf) {
  const opener = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isPossible = whyNot === undefined;
  // What has become impossible meanwhile is not asked any longer.
  useEffect(() => {
    if (!isPossible) setIsAsking(false);
  }, [isPossible]);
  const close = () => {
    setIsAsking(false);
    // The dialog goes at once, and would take the focus with it.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <>
      <Button
        ref={opener}
        type="primary"
        disabled={!isPossible}
        aria-describedby={whyNot}
        loading={isPending}
        onClick={() => setIsAsking(true)}
      >
        {name}
      </Button>
      {isAsking ? (
        <Question
          {...question}
          answer={(shown) => {
            setIsAsking(false);
            act(shown);
          }}
          close={close}
        />
      ) : null}
    </>
  );
}

interface QuestionOf extends Pick<AskedFirstOf, 'draft' | 'title' | 'confirm' | 'children'> {
  readonly answer: (shown: Consequences) => void;
  readonly close: () => void;
}

/** The question itself: it can be answered once it is known what publishing does to what is published by now. */
function Question({ draft, title, confirm, children, answer, close }: QuestionOf) {
  const words = useWords(reviewWords);
  const confirmId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, isFetchedAfterMount, refetch } = useConsequences(draft);
  // What the page beneath was told when it was opened may be so no longer.
  const consequences = isFetchedAfterMount && error === null ? data : undefined;
  const isTold = consequences !== undefined;
  useEffect(() => {
    // Before it is open it takes the focus for itself.
    if (isOpen && isTold) document.getElementById(confirmId)?.focus();
  }, [isOpen, isTold, confirmId]);
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={confirm}
      cancelText={words.cancel}
      okButtonProps={{ id: confirmId, disabled: !isTold }}
      onOk={() => consequences !== undefined && answer(consequences)}
      onCancel={close}
      afterOpenChange={setIsOpen}
    >
      {children}
      {consequences !== undefined ? (
        <ConsequencesTold draft={draft} consequences={consequences} />
      ) : error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </Modal>
  );
}
