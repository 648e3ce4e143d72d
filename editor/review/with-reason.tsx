import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useWords } from '../language/language.tsx';
import type { Unsent } from './unsent.ts';
import { reviewWords } from './words.ts';

interface WithReasonOf {
  readonly name: 'approve' | 'return';
  readonly label: string;
  /** What has to be read before it is written. */
  readonly before?: ReactNode;
  /** Where it is kept until it is sent. */
  readonly unsent: Unsent;
  readonly close: () => void;
  /** What is done with the reason: with none it is asked for. */
  readonly children: (saying: (act: (reason: string) => void) => () => void) => ReactNode;
}

/** A place for a reason, and what is done with it. */
export function WithReason({ name, label, before = null, unsent, close, children }: WithReasonOf) {
  const words = useWords(reviewWords);
  const [reason, setReason] = useState(() => unsent.read(name));
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const id = useId();
  const saying = (act: (reason: string) => void) => () => {
    if (reason.trim() !== '') return act(reason.trim());
    setIsMissing(true);
    field.current?.focus();
  };
  return (
    <div className="review-reason">
      {before}
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        ref={field}
        id={id}
        aria-required
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        status={isMissing ? 'error' : ''}
        // What is there from before is not what whoever opens the page came for.
        autoFocus={unsent.read(name) === ''}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
          setIsMissing(false);
          unsent.write(name, target.value);
        }}
      />
      <p id={`${id}-missing`} role="status" className="review-missing">
        {isMissing ? words.reasonNeeded : ''}
      </p>
      <div className="review-acts">
        {children(saying)}
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </div>
  );
}
