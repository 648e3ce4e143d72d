import type { CalendarDate } from '../../domain/dates.ts';
import type { Examination } from '../drafts/examination.ts';
import type { LiftedDraft } from '../drafts/lifted-drafts.ts';

/** A draft's text with what it is held to. */
export interface TextToExamine {
  readonly text: string;
  /** Whose it is to be. */
  readonly jurisdiction: string;
  readonly kind: 'RuleSet' | 'Override';
  readonly maxBytes: number;
  /** Decides what has begun. */
  readonly today: CalendarDate;
}

/** Work on texts that takes long. */
export interface TextWorkshop {
  examine(text: TextToExamine): Promise<Examination>;
  /** Texts made ready for the counties whose figures a city's text overtakes. */
  lift(text: TextToExamine): Promise<readonly LiftedDraft[]>;
}
