import { Button, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { reviewWords } from './words.ts';

interface PublishOf {
  /** What the place is called. */
  readonly place: string;
  /** The first day that it holds on. */
  readonly from: string;
  readonly isPending: boolean;
  /** The id of what says why it cannot be published; undefined where it can. */
  readonly whyNot: string | undefined;
  readonly publish: () => void;
}

/**
 * Publishes once it has been read where, from when on and that it is for ever. It is asked in the middle of the page: beside its
 * button it would move, and a press on it be lost, whenever something above it comes late.
 */
export function Publish({ place, from, isPending, whyNot, publish }: PublishOf) {
  const words = useWords(reviewWords);
  const opener = useRef<HTMLButtonElement>(null);
  const confirm = useId();
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
        {words.publish}
      </Button>
      {isAsking ? (
        <Modal
          open
          title={words.publishTitle}
          okText={words.publishNow}
          cancelText={words.cancel}
          okButtonProps={{ id: confirm }}
          onOk={() => {
            setIsAsking(false);
            publish();
          }}
          onCancel={close}
          // Before it is open it takes the focus for itself.
          afterOpenChange={(isOpen) => isOpen && document.getElementById(confirm)?.focus()}
        >
          <p>{words.publishWhat(place, from)}</p>
        </Modal>
      ) : null}
    </>
  );
}
