import type { Desk } from '../../store/desk.ts';
import type { RuleBook } from '../rule-book.ts';
import type { TextWorkshop } from './text-workshop.ts';

/** What people's work is done with. */
export interface Office {
  readonly desk: Desk;
  /** The rules of the same store. */
  readonly book: RuleBook;
  readonly now: () => Date;
  /** 128 random bits as 22 characters of base64url: nobody guesses the id of what they may not see. */
  readonly newId: () => string;
  /** Reads, checks and compares texts, elsewhere where there are other threads. */
  readonly texts: TextWorkshop;
  /** The largest text of a draft, in bytes of UTF-8. */
  readonly textBytes: number;
}
