import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Popconfirm } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useMemo, useRef, useState } from 'react';
import { type Draft, discardDraft, submitDraft, withdrawDraft } from '../../api/drafts.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { unsentOf } from '../../review/unsent.ts';
import { Failure } from '../../shell/failure.tsx';
import { keptTexts } from '../../shell/kept-in-browser.ts';
import { useOpened } from '../../shell/use-opened.ts';
import { CountedText } from '../form/counted-text.tsx';
import { isReasonOpen, isReasonTooLong, ReasonField, type ReasonOf } from '../form/reason-field.tsx';
import { lengthOf, MOST_OF_SUBMISSION } from '../form/text-length.ts';
import type { UnreadField } from '../form/unread.ts';
import { isYamlMap } from '../text/yaml-value.ts';
import { focusOutcome } from './outcome.ts';
import { ACT_KEYS } from './use-act-keys.ts';
import type { Keeping } from './use-keeper.ts';
import { draftWords } from './words.ts';

interface DraftActsOf {
  readonly keeping: Keeping;
  readonly mayAct: boolean;
  /** Fields in which something stands that is not in the draft, so that nobody may think it submitted. */
  readonly unread: readonly UnreadField[];
  /** Whether something in it has to be mended first, which is told above the form. */
  readonly isWrong: boolean;
  /** The draft's own reason, which is published with it. */
  readonly heading: ReasonOf;
  /** Who writes; empty where nobody is signed in. */
  readonly staffNumber: string;
}

/** What can be done with a draft as a whole: submit, withdraw, discard. */
export function DraftActs({ keeping, mayAct, unread, isWrong, heading, staffNumber }: DraftActsOf) {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const { isOpen: isAsking, opener, open: ask, close } = useOpened();
  const { keeper, kept } = keeping;
  // Kept in the browser until it is sent: who closes the question, loads the page anew or has to sign in finds what they wrote.
  const unsent = useMemo(() => unsentOf(staffNumber, kept.draft.id, keptTexts), [staffNumber, kept.draft.id]);
  const [reason, setReason] = useState(() => unsent.read('submit'));
  const write = (text: string) => {
    setReason(text);
    unsent.write('submit', text);
  };
  const { state } = kept.draft;
  // Refused, it is not what stands here any more.
  const take = {
    onSuccess: (draft: Draft) => {
      keeper.take(draft);
      focusOutcome(opener);
    },
    onError: () => void keeper.look(),
  };
  const withdraw = useMutation({ mutationFn: () => withdrawDraft(kept.draft, language), ...take });
  const discard = useMutation({ mutationFn: () => discardDraft(kept.draft, language), ...take });
  if (!mayAct) return null;
  const isOpen = state === 'draft' || state === 'returned';
  const told = isOpen && unread.length > 0 ? words.unread(unread) : '';
  const isUnderReview = state === 'submitted' || state === 'approved';
  return (
    <>
      <span className="standards-acts">
        {isOpen ? (
          <Button
            ref={opener}
            type="primary"
            disabled={unread.length > 0 || isWrong}
            title={words.actKeys}
            aria-keyshortcuts={ACT_KEYS}
            onClick={ask}
          >
            {words.submit}
          </Button>
        ) : null}
        {isUnderReview ? (
          <Popconfirm
            title={words.withdrawTitle}
            onConfirm={() => withdraw.mutate()}
            okText={words.withdraw}
            cancelText={words.cancel}
          >
            <Button loading={withdraw.isPending}>{words.withdraw}</Button>
          </Popconfirm>
        ) : null}
        {isOpen ? (
          <Popconfirm
            title={words.discardTitle}
            onConfirm={() => discard.mutate()}
            okText={words.discard}
            cancelText={words.cancel}
          >
            <Button loading={discard.isPending}>{words.discard}</Button>
          </Popconfirm>
        ) : null}
      </span>
      {/* In the room that is left beside the buttons: what comes and goes here moves none of them. */}
      <p role="status" className="standards-acts-told standards-wrong" title={told}>
        {told}
      </p>
      {withdraw.error === null && discard.error === null ? null : (
        <div className="standards-refused">
          {withdraw.error === null ? null : <Failure error={withdraw.error} />}
          {discard.error === null ? null : <Failure error={discard.error} />}
        </div>
      )}
      {isAsking ? (
        <Submission
          keeping={keeping}
          heading={heading}
          reason={reason}
          setReason={write}
          sent={() => unsent.forget('submit')}
          close={close}
        />
      ) : null}
    </>
  );
}

interface SubmissionOf {
  readonly keeping: Keeping;
  readonly heading: ReasonOf;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly sent: () => void;
  readonly close: () => void;
}

/** Asks for the reason of a submission. */
function Submission({ keeping: { keeper, kept }, heading, reason, setReason, sent, close }: SubmissionOf) {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const isCounty = kept.draft.kind === 'Override';
  const isEmpty = reason.trim() === '';
  const hasNoReason = isCounty && (isReasonOpen(heading) || !hasReason(heading));
  const isTooLong = lengthOf(reason.trim()) > MOST_OF_SUBMISSION || (isCounty && isReasonTooLong(heading, language));
  const missing = isEmpty ? words.reasonNeeded : hasNoReason ? words.ownReasonNeeded : isTooLong ? words.tooLong : null;
  const submit = useMutation({
    mutationFn: async () => {
      const draft = await keeper.allSaved();
      return draft === null ? null : submitDraft(draft, reason.trim(), language);
    },
    onSuccess: (draft) => {
      close();
      if (draft === null) return;
      sent();
      keeper.take(draft);
      focusOutcome();
    },
  });
  return (
    <Modal
      open
      title={words.submitTitle}
      okText={words.submit}
      cancelText={words.cancel}
      okButtonProps={{ loading: submit.isPending, disabled: kept.keeping === 'conflict' }}
      onOk={() => (missing === null ? submit.mutate() : setIsMissing(true))}
      onCancel={close}
      // Before it is open it takes the focus for itself; how soon it is hangs on its motion.
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <p className="aside">{words.submitHint}</p>
      <CountedText
        id="submission-reason"
        ref={field}
        label={words.submitReason}
        most={MOST_OF_SUBMISSION}
        value={reason}
        isWrong={isMissing && isEmpty}
        describedBy={isMissing ? 'submission-missing' : undefined}
        onText={(text) => {
          setReason(text);
          setIsMissing(false);
        }}
      />
      {isCounty ? <ReasonField id="submitted-reason" {...heading} /> : null}
      <p id="submission-missing" role="status" className="standards-wrong">
        {isMissing ? missing : ''}
      </p>
      {submit.error === null ? null : <Failure error={submit.error} />}
    </Modal>
  );
}

function hasReason({ value }: ReasonOf): boolean {
  const reason = value?.reason;
  return typeof reason === 'string' ? reason.trim() !== '' : isYamlMap(reason) && Object.keys(reason).length > 0;
}
