import type { CalendarDate } from '../../domain/dates.ts';
import type { Fen } from '../../domain/money.ts';
import type { Claim, Reason } from '../../engine/settlement.ts';
import type { Undecided } from '../proof/proof.ts';

/** What a rule set is asked: `docs/proof.md` says what each means. */
export type Question = 'cliffs' | 'deadRules' | 'gaps' | 'doublePayments' | 'aboveCost';

/** The questions in the order in which they are answered. */
export const QUESTIONS: readonly Question[] = ['cliffs', 'deadRules', 'gaps', 'doublePayments', 'aboveCost'];

/** Whether something that holds of all claims was proved, or claims were only searched and none speaks against it. */
export type Shown = 'proved' | 'searched';

/** What came of one question. */
export interface Answer {
  readonly question: Question;
  /** Null where it is asked of the rule set as a whole. */
  readonly claimType: string | null;
  readonly found: number;
  /** How it is known that there is nothing beside what was found. */
  readonly rest: Shown;
  /** Why that was not proved; null where it was. */
  readonly reason: Undecided | null;
}

/** What one rule paid of a claim, in fen. */
export interface ExampleRule {
  readonly rule: string;
  readonly paid: Fen;
  /** The limit that stopped it, `left`, or null. */
  readonly boundBy: string | null;
}

/** A claim that the engine has settled. */
export interface Example {
  readonly claim: Claim;
  readonly date: CalendarDate;
  /** All items of its bill together, in fen. */
  readonly bill: Fen;
  readonly paid: Fen;
  readonly selfPay: Readonly<Record<string, Fen>>;
  readonly layers: readonly {
    readonly layer: string;
    readonly paid: Fen;
    readonly reason: Reason | null;
    readonly rules: readonly ExampleRule[];
  }[];
}

/** A fen more of the bill, and the person bears more than that fen more (`jump`), or less than before (`fall`). */
export interface Cliff {
  readonly question: 'cliffs';
  readonly kind: 'jump' | 'fall';
  readonly claimType: string;
  /** The item of the bill that is a fen larger. */
  readonly item: string;
  /** The first layer that pays less for the larger bill, or more than the fen; null where none does. */
  readonly layer: string | null;
  readonly rules: readonly string[];
  /** By how much the person is worse off beside the fen, or better off, in fen: the largest that was found. */
  readonly size: Fen;
  readonly example: Example;
  /** The same claim with the fen more. */
  readonly next: Example;
}

/** Why a rule changes nothing. */
export type DeadBecause =
  /** A standard that it needs is not set. */
  | 'unset'
  /** Other rules of its layer always come first. */
  | 'behindOthers'
  /** No claim meets its conditions, or its layer never pays when one does. */
  | 'neverApplies'
  /** It applies and pays nothing. */
  | 'paysNothing'
  /** Terms that leave every layer as it is. */
  | 'changesNothing';

/** A rule that changes nothing for any claim. */
export interface DeadRule {
  readonly question: 'deadRules';
  readonly claimType: null;
  readonly layer: string | null;
  readonly rules: readonly string[];
  readonly because: DeadBecause;
  /** Standards that are not set, where that is why. */
  readonly standards: readonly string[];
  readonly shown: Shown;
  readonly example: null;
}

/** A fact and values of it. */
export interface GapFact {
  readonly fact: string;
  readonly values: readonly GapValue[];
}

/** A value of a fact as it is inside, null where the claim leaves it out; a stretch of money, of whole numbers, or of days. */
export type GapValue =
  | { readonly kind: 'value'; readonly value: string | number | boolean | readonly (string | number)[] | null }
  | { readonly kind: 'money'; readonly low: Fen; readonly high: Fen }
  /** Both ends inside; null where it is open. */
  | { readonly kind: 'number'; readonly low: number | null; readonly high: number | null }
  | { readonly kind: 'days'; readonly from: CalendarDate; readonly to: CalendarDate };

/** Claims that no rule pays, whatever their amounts: all that have these facts. */
export interface Gap {
  readonly question: 'gaps';
  readonly claimType: string;
  readonly layer: null;
  readonly rules: readonly string[];
  readonly facts: readonly GapFact[];
  readonly shown: Shown;
  readonly example: Example;
}

/** Two rules of one layer that both pay of the same pot. */
export interface DoublePayment {
  readonly question: 'doublePayments';
  readonly claimType: string;
  readonly layer: string;
  readonly rules: readonly [string, string];
  readonly pots: readonly string[];
  readonly example: Example;
}

/** Payments that together are more than the bill leaves, because of rules that pay beside it. */
export interface AboveCost {
  readonly question: 'aboveCost';
  readonly claimType: string;
  readonly layer: string;
  readonly rules: readonly string[];
  /** By how much in the example, in fen. */
  readonly over: Fen;
  readonly example: Example;
}

/** Something that a rule set does and its authors may not have meant. */
export type Found = Cliff | DeadRule | Gap | DoublePayment | AboveCost;

/** The smallest bill at which a cap cuts a payment, with nothing paid before. */
export interface Cap {
  readonly limit: string;
  /** Null where no claim type reaches it. */
  readonly claimType: string | null;
  readonly layer: string | null;
  readonly rule: string | null;
  /** The whole bill, in fen; null where no claim without a history reaches the cap. */
  readonly bill: Fen | null;
  /** Whether it was proved that no smaller bill does. */
  readonly shown: Shown;
  /** Why that was not proved; null where it was. */
  readonly reason: Undecided | null;
  readonly example: Example | null;
}

/** What was found out about a rule set. */
export interface Check {
  readonly answers: readonly Answer[];
  readonly found: readonly Found[];
  readonly caps: readonly Cap[];
  /** Counts that a figure is counted by, as far as they were tried. */
  readonly bounds: readonly { readonly claimType: string; readonly fact: string; readonly upTo: number }[];
  /** Claim types of which only some kinds were looked at, by how many values of each fact are told apart. */
  readonly crowded: readonly Crowded[];
}

/** A claim type whose facts have more combinations than are looked at. */
export interface Crowded {
  readonly claimType: string;
  /** Those with most values first. */
  readonly facts: readonly { readonly fact: string; readonly values: number }[];
}
