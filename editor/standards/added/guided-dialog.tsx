import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface GuidedDialogOf {
  readonly words: Readonly<Record<'title' | 'hint' | 'take' | 'cancel', string>>;
  /** Takes over what was typed, or says what is wrong with it. */
  readonly take: () => void;
  readonly close: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** The dialog that a guided form stands in: what it is for, its fields, and the two ways out. */
export function GuidedDialog({ words, take, close, children }: GuidedDialogOf) {
  return (
    <Modal
      open
      width={720}
      title={words.title}
      okText={words.take}
      cancelText={words.cancel}
      onOk={take}
      onCancel={close}
    >
      <p className="aside">{words.hint}</p>
      <div className="standards-product">{children}</div>
    </Modal>
  );
}
