import { Modal } from 'antd';
import { useState } from 'react';
import { saveDraft } from '../../api/drafts.ts';
import type { EffectiveRules } from '../../api/effective.ts';
import type { Days, MovedOn } from '../../api/moved-on.ts';
import { useOneAtATime } from '../../api/one-at-a-time.ts';
import { usePublishedVersions } from '../../api/published-versions.ts';
import { useMovedOn } from '../../api/use-moved-on.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import type { Keeping } from '../draft/use-keeper.ts';
import type { DraftView } from '../form/view.ts';
import { BegunBeside } from '../replacing/begun-beside.tsx';
import { begunBeside, replacedLater } from '../replacing/replaced.ts';
import { Uneditable } from '../text/change-text.ts';
import { type Carrying, carryingOf, Unmergeable } from './carrying.ts';
import { type Choice, DifferenceChoice } from './difference-choice.tsx';
import { type Difference, nameOf, settledSide, type Whose } from './differences.ts';
import { MovedOnAlert } from './moved-on-alert.tsx';
import { mergingWords } from './words.ts';

interface CarryOverOf {
  readonly keeping: Keeping;
  readonly view: DraftView | null;
  /** What standards are called and are of, as far as it is known. */
  readonly standards: EffectiveRules['standards'];
  /** When the draft is to be in force. */
  readonly days: Days;
  /** Whether the reader may write the draft. */
  readonly isEditor: boolean;
  /** Ends the draft's period on a day. */
  readonly endOn: (day: string) => void;
}

/**
 * Says what has been published since a draft was begun or submitted, and what takes effect within its days that it was not begun
 * from; and carries its own changes onto either in one click.
 */
export function CarryOver({ keeping, view, standards, days, isEditor, endOn }: CarryOverOf) {
  const words = useWords(mergingWords);
  const { draft, keeping: standing } = keeping.kept;
  const moved = useMovedOn(draft, days);
  const [done, setDone] = useState('');
  const [asked, setAsked] = useState<Carrying | null>(null);
  const { begin, finish } = useCarrying(keeping, setAsked, (carrying, count) => {
    setAsked(null);
    setDone(words.carried(carrying.onto.version, count));
  });
  const { data: own } = usePublishedVersions(draft.jurisdiction);
  const isOpen = draft.state === 'draft' || draft.state === 'returned';
  // What has come since is told first: carried onto that, the draft may not be beside anything any more.
  const beside = moved === null && isOpen ? begunBeside(draft.origin.version, replacedLater(days, own ?? [])) : [];
  const [first] = beside;
  const isDisabled = standing === 'conflict';
  const isPending = begin.isPending || finish.isPending;
  const trouble = <Trouble error={begin.error ?? (asked === null ? finish.error : null)} />;
  return (
    <>
      <p role="status" className="standards-carried">
        {moved === null ? done : ''}
      </p>
      {moved === null ? null : (
        <MovedOnAlert
          moved={moved}
          isSubmitted={draft.submission !== null}
          acts={isEditor ? { carry: begin.mutate, isDisabled, isPending } : null}
        >
          {trouble}
        </MovedOnAlert>
      )}
      {first === undefined ? null : (
        <BegunBeside
          replaced={first}
          origin={draft.origin.version}
          acts={isEditor ? { startFrom: begin.mutate, endOn, isDisabled, isPending } : null}
        >
          {trouble}
        </BegunBeside>
      )}
      {asked === null ? null : (
        <Choosing
          carrying={asked}
          view={view}
          standards={standards}
          error={finish.error}
          isPending={finish.isPending}
          close={() => setAsked(null)}
          take={(choose) => finish.mutate({ carrying: asked, choose })}
        />
      )}
    </>
  );
}

/** Both steps: looking what there is to carry, and carrying it; the second follows by itself where nothing has to be chosen. */
function useCarrying(
  { keeper }: Keeping,
  ask: (carrying: Carrying) => void,
  done: (carrying: Carrying, count: number) => void,
) {
  const { language } = useLanguage();
  const finish = useOneAtATime({
    mutationFn: async ({ carrying, choose }: { carrying: Carrying; choose: (one: Difference) => Whose }) => {
      const text = carrying.textBy(choose);
      const saved = await saveDraft(keeper.kept().draft, text, language, { origin: carrying.onto.version });
      keeper.take({ ...saved, text: saved.text ?? text });
      return carrying.differences.filter((one) => choose(one) === 'mine').length;
    },
    onSuccess: (count, { carrying }) => done(carrying, count),
    onError: () => void keeper.look(),
  });
  const begin = useOneAtATime({
    mutationFn: async (onto: NonNullable<MovedOn['onto']>) => {
      await keeper.saveNow();
      const { draft, text } = keeper.kept();
      return carryingOf(draft, text, onto, language);
    },
    onSuccess: (carrying) => {
      if (carrying.differences.some((one) => settledSide(one) === null)) ask(carrying);
      else finish.mutate({ carrying, choose: (one) => settledSide(one) ?? 'mine' });
    },
  });
  return { begin, finish };
}

function Trouble({ error }: { readonly error: unknown }) {
  const words = useWords(mergingWords);
  if (error === null) return null;
  if (error instanceof Unmergeable) return <p role="alert">{words.unreadable}</p>;
  return error instanceof Uneditable ? <p role="alert">{words.cannotCarry}</p> : <Failure error={error} />;
}

interface ChoosingOf {
  readonly carrying: Carrying;
  readonly view: DraftView | null;
  /** What standards are called and are of, as far as it is known. */
  readonly standards: EffectiveRules['standards'];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly close: () => void;
  readonly take: (choose: (difference: Difference) => Whose) => void;
}

/** Asks what holds where both the draft and the version changed something, to different things. */
function Choosing({ carrying: { onto, differences }, view, standards, error, isPending, close, take }: ChoosingOf) {
  const words = useWords(mergingWords);
  const [choice, choose] = useState<Choice>({});
  const open = differences.filter((one) => settledSide(one) === null);
  const kept = differences.filter((one) => settledSide(one) === 'mine').length;
  return (
    <Modal
      open
      width={760}
      title={words.carry}
      okText={words.carry}
      cancelText={words.cancel}
      okButtonProps={{ disabled: open.some((one) => choice[nameOf(one)] === undefined), loading: isPending }}
      onOk={() => take((one) => settledSide(one) ?? choice[nameOf(one)] ?? 'theirs')}
      onCancel={close}
    >
      <p className="aside">{words.chooseHint(kept)}</p>
      <DifferenceChoice
        differences={open}
        view={view}
        standards={standards}
        caption={words.choose(onto.version)}
        heads={{ mine: words.ofDraft, theirs: words.ofVersion(onto.version) }}
        choice={choice}
        choose={choose}
      />
      <Trouble error={error} />
    </Modal>
  );
}
