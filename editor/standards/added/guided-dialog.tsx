import { Modal } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useWords } from '../../language/language.tsx';
import { useToldUnread } from '../form/unread.ts';
import { dialogWords } from './dialog-words.ts';

interface GuidedDialogOf {
  readonly words: Readonly<Record<'title' | 'hint' | 'take' | 'cancel' | 'cannot', string>>;
  /** Whether something stands in it that it did not begin with. */
  readonly isTyped: boolean;
  /** Whether what was taken over last could not be written into the text. */
  readonly isUneditable: boolean;
  /** Takes over what was typed, or says what is wrong with it. */
  readonly take: () => void;
  readonly close: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/**
 * The dialog that a guided form stands in: what it is for, its fields, and the two ways out. What was typed goes only after a
 * question, with the page as well.
 */
export function GuidedDialog({ words, isTyped, isUneditable, take, close, children }: GuidedDialogOf) {
  const asked = useWords(dialogWords);
  const fields = useRef<HTMLDivElement>(null);
  useToldUnread(words.title, isTyped ? asked.notTaken : null);
  return (
    <Modal
      open
      width={720}
      title={words.title}
      okText={words.take}
      cancelText={words.cancel}
      // Beside it one clicks by mistake.
      mask={{ closable: false }}
      onOk={take}
      onCancel={() => (!isTyped || window.confirm(asked.leaving)) && close()}
      // Before it is open it takes the focus for itself.
      afterOpenChange={(isOpen) => isOpen && fields.current?.querySelector('input')?.focus()}
    >
      <p className="aside">{words.hint}</p>
      <div ref={fields} className="standards-product">
        {children}
      </div>
      {isUneditable ? <p role="alert">{words.cannot}</p> : null}
    </Modal>
  );
}
