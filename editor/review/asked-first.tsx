import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { reviewWords } from './words.ts';

interface AskedFirstOf {
  /** What stands on the button that opens the question. */
  readonly name: string;
  readonly title: string;
  /** What stands on the button that answers it. */
  readonly confirm: string;
  readonly isPending: boolean;
  /** The id of what says why it cannot be done; undefined where it can. */
  readonly whyNot: string | undefined;
  readonly act: () => void;
  /** What has to be read before. */
  readonly children: ReactNode;
}

/**
 * A button whose act is asked for once more, with what has to be read before. It is asked in the middle of the page: beside its
 * button it would move, and a press on it be lost, whenever something above it comes late.
 */
export function AskedFirst({ name, title, confirm, isPending, whyNot, act, children }: AskedFirstOf) {
  const words = useWords(reviewWords);
  const opener = useRef<HTMLButtonElement>(null);
  const confirmId = useId();
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
        <Modal
          open
          width={640}
          title={title}
          okText={confirm}
          cancelText={words.cancel}
          okButtonProps={{ id: confirmId }}
          onOk={() => {
            setIsAsking(false);
            act();
          }}
          onCancel={close}
          // Before it is open it takes the focus for itself.
          afterOpenChange={(isOpen) => isOpen && document.getElementById(confirmId)?.focus()}
        >
          {children}
        </Modal>
      ) : null}
    </>
  );
}
