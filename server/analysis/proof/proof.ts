import type { CalendarDate } from '../../domain/dates.ts';
import type { Fen } from '../../domain/money.ts';
import type { Claim } from '../../engine/settlement.ts';
import type { FactValue } from '../../rulesets/effective-rule-set.ts';
import type { Both } from '../edges/both.ts';

/** What came out: nobody loses, somebody does, or it could not be told. */
export type Verdict = 'proved' | 'refuted' | 'undecided';

/** How a payment was seen to lose nobody anything. */
export type Means =
  /** Both rule sets compute the same. */
  | 'same'
  /** The form says so. */
  | 'form'
  /** The payment is added, and pays at least nothing. */
  | 'added'
  /** The solver says so of the payment alone. */
  | 'lemma';

/** Why something stayed undecided. */
export type Undecided =
  /** The solver could not tell in its time, or there was none. */
  | 'solverUnsure'
  | 'noSolver'
  /** The solver gave a claim that the engine does not confirm. */
  | 'notConfirmed'
  /** Facts have more combinations than are looked at, or a fact more values. */
  | 'tooManyProfiles'
  /** A figure is counted by a whole number that was tried only so far; `bounds` names it. */
  | 'countedInPart'
  /** Some claims that the first rule set settles the second refuses. */
  | 'refusedByOne'
  /** The claim type is in one of the two rule sets only, or no claim of it is valid under both. */
  | 'notComparable'
  /** What a claim leaves out stands for different amounts. */
  | 'defaultsDiffer'
  /** Days are counted between other dates, and no claim was found to compare the two by. */
  | 'daysDiffer'
  /** The profile's plans are not those of the engine: a failure of ours. */
  | 'otherPlan'
  /** It was told to stop, or its time was up. */
  | 'stopped'
  /** A search found no loss, and a search proves nothing. */
  | 'searchedOnly';

/** What of one rule was shown, and how. */
export interface ProvedLine {
  readonly layer: string;
  readonly rule: string;
  readonly means: Means;
  /** Digest of the lemma; null where none was needed. */
  readonly lemma: string | null;
}

/** A kind of claims that differ by amounts and history alone, and what came out for it. */
export interface ProfileProof {
  readonly claimType: string;
  readonly dates: Both<CalendarDate>;
  /** The facts that rules tell apart, by one of their values each. */
  readonly facts: Readonly<Record<string, FactValue | null>>;
  readonly result: Verdict;
  /** Both rule sets have one arithmetic for it; `chain`: shown for the whole chain at once. */
  readonly by: 'samePlan' | 'lines' | 'chain' | null;
  readonly lines: readonly ProvedLine[];
  readonly reason: Undecided | null;
  /** Profiles with the same two plans, this one included. */
  readonly profiles: number;
}

/** What a person is paid and bears of one claim, in fen. */
export interface Borne {
  readonly paid: Fen;
  readonly selfPay: Readonly<Record<string, Fen>>;
  readonly layers: readonly { readonly layer: string; readonly paid: Fen }[];
}

/** A claim by which somebody is worse off, as the engine confirms. */
export interface Counterexample {
  readonly claim: Claim;
  readonly dates: Both<CalendarDate>;
  readonly before: Borne;
  readonly after: Borne;
  /** The first layer that pays less; null where none does. */
  readonly firstLayer: string | null;
  /** What is lost of it in all, in fen; 0 where it only moved from one pot to another. */
  readonly loss: Fen;
}

/** Two claims of one person and year by which that person pays more in all. */
export interface YearExample {
  readonly claims: readonly [Claim, Claim];
  readonly dates: Both<CalendarDate>;
  /** Self-pay of both claims together, in fen. */
  readonly selfPay: Both<Fen>;
  /** What both claims are paid, in fen: payments that stand beside the bill change no self-pay. */
  readonly paid: Both<Fen>;
  /** By how much more is borne, or less is paid: the larger of the two. */
  readonly loss: Fen;
}

/** The second question: two claims in one year, the history carried over. */
export interface YearProof {
  readonly result: Verdict;
  readonly reason: Undecided | null;
  readonly example: YearExample | null;
  /** Pairs of claims tried. */
  readonly tried: number;
}

/** A lemma that the proof rests on: as SMT-LIB it cannot be met. */
export interface Lemma {
  /** sha256 of its text. */
  readonly digest: string;
  readonly text: string;
}

/** Claims of a type that nothing was shown of. */
export interface Open {
  readonly claimType: string;
  readonly reason: Undecided;
  readonly count: number;
  /** By what the second rule set refuses claims, as far as that is known: facts, items, paths of the claim. */
  readonly by?: readonly string[];
}

/** What was found out about two rule sets. */
export interface Proof {
  readonly result: Verdict;
  readonly profiles: readonly ProfileProof[];
  readonly counterexample: Counterexample | null;
  readonly year: YearProof;
  /** Whole numbers that a figure is counted by and that were tried only so far; of changed claim types nothing is proved beyond. */
  readonly bounds: readonly { readonly claimType: string; readonly fact: string; readonly upTo: number }[];
  readonly undecided: readonly Open[];
  readonly lemmas: readonly Lemma[];
}
