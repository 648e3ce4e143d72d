import { type CalendarDate, shanghaiDate } from '../../domain/dates.ts';
import type { VersionOf } from '../../rulesets/moved-ground.ts';
import type { Draft } from '../../workflow/draft.ts';
import type { Consequences } from '../drafts/consequences.ts';
import type { Examination } from '../drafts/examination.ts';
import type { LiftedDraft } from '../drafts/lifted-drafts.ts';
import type { ProvedGround } from '../drafts/prove-text.ts';
import type { Office } from './office.ts';

/** A draft's text with what it is held to. */
export interface TextToExamine {
  readonly text: string;
  /** Whose it is to be. */
  readonly jurisdiction: string;
  readonly kind: 'RuleSet' | 'Override';
  readonly maxBytes: number;
  /** Decides what has begun. */
  readonly today: CalendarDate;
  /** True of a text that has been published already. */
  readonly published?: boolean;
}

/** A text of a draft with what it is held to today. */
export function textToExamine(
  office: Pick<Office, 'textBytes' | 'now'>,
  { jurisdiction, kind, state }: Pick<Draft, 'jurisdiction' | 'kind' | 'state'>,
  text: string,
): TextToExamine {
  const today = shanghaiDate(office.now());
  return { text, jurisdiction, kind, maxBytes: office.textBytes, today, published: state === 'published' };
}

/** What a proof of a text came to on one of the city's texts. */
export type GroundProof = Pick<ProvedGround, 'baseDigest' | 'result' | 'reasons' | 'evidence'>;

/** Work on texts that takes long. */
export interface TextWorkshop {
  examine(text: TextToExamine): Promise<Examination>;
  /** The digest over what it means; null where it is no document that could be put forward as it stands. */
  meaning(text: TextToExamine): Promise<string | null>;
  /** What publishing it now would do to what is published. @throws Refusal `draftInvalid` */
  consequences(text: TextToExamine): Promise<Pick<Consequences, 'digest'>>;
  /**
   * Texts made ready for the counties whose figures a city's text overtakes.
   * @param aside versions that are set aside when it is published
   */
  lift(text: TextToExamine, aside: readonly VersionOf[]): Promise<readonly LiftedDraft[]>;
  /**
   * Proves that nobody is worse off by a county's text than under its city's floor. It never fails, nor takes longer than
   * half a minute: what is not found in time is left out.
   * @param of what the text is of, such as a draft's id: what else is proved of it gives way
   */
  prove(of: string, text: TextToExamine): Promise<readonly GroundProof[]>;
}
