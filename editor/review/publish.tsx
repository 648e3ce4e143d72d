import { Button, Popconfirm } from 'antd';
import { useId, useRef } from 'react';
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

/** Publishes once it has been read where, from when on and that it is for ever. */
export function Publish({ place, from, isPending, whyNot, publish }: PublishOf) {
  const words = useWords(reviewWords);
  const confirm = useId();
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <Popconfirm
      disabled={whyNot !== undefined}
      title={words.publishTitle}
      description={<p className="review-publish">{words.publishWhat(place, from)}</p>}
      okText={words.publishNow}
      cancelText={words.cancel}
      okButtonProps={{ id: confirm }}
      onOpenChange={(isOpen) => {
        if (!isOpen) opener.current?.focus();
      }}
      // The question stands at the end of the page: whoever has no mouse would not come to it.
      afterOpenChange={(isOpen) => {
        if (isOpen) document.getElementById(confirm)?.focus();
      }}
      onConfirm={publish}
    >
      <Button ref={opener} type="primary" disabled={whyNot !== undefined} aria-describedby={whyNot} loading={isPending}>
        {words.publish}
      </Button>
    </Popconfirm>
  );
}
