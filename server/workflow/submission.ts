import type { CalendarDate, Period } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import type { PublicationReview } from '../rulesets/publication.ts';
import type { Need } from './needed-approvals.ts';
import type { StaffNumber } from './roles.ts';

/** A text put forward for review: frozen, with everything that was found out about it. */
export interface Submission {
  readonly by: StaffNumber;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly reason: string;
  /** sha256 of the text, byte for byte what will be published. */
  readonly textHash: string;
  /** Over the text's meaning: what approvals name. */
  readonly documentDigest: string;
  /** The first of `bases`; of a city's draft null. */
  readonly baseDigest: string | null;
  readonly effective: Period;
  readonly heading: WrittenHeading;
  /** The city's versions that it will stand on, in the order of time; none of a city's draft. */
  readonly bases: readonly StandingOn[];
  /** The jurisdiction's own versions that are in force in some part of its period. */
  readonly inPlace: readonly StandingOn[];
  /** The version last published by the jurisdiction, from which its number is reckoned; null where there is none. */
  readonly previous: { readonly version: string; readonly digest: string } | null;
  /** What all changes since `previous` are together. */
  readonly class: PublicationReview['class'];
  /** The number that it gets unless another version is published before it. */
  readonly version: string;
  /** What its changes are told against. */
  readonly compared: Compared;
  /** Changes against what is in force, by their fingerprints; at most {@link MOST_FINGERPRINTS}. */
  readonly changes: readonly string[];
  /** Which approvals it needs by what it says, but for those that depend on the day and on proofs (see `neededFor`). */
  readonly needs: readonly Need[];
  /** What is worth knowing and forbids nothing: gaps and overlaps of periods, advice left, and the like. */
  readonly warnings: readonly Finding[];
  /** Of a city's draft: the figures of its counties that it overtakes. */
  readonly overtakes: readonly Overtaken[];
}

/** What the text says of itself beside its period. */
export interface WrittenHeading {
  /** The code that it is written under. */
  readonly jurisdiction: string;
  /** The city that an override extends; null for a city's. */
  readonly extends: string | null;
  readonly title: Label;
  /** True where it marks itself as made up. */
  readonly sample: boolean;
}

/** A version, and when it applies within the period of a draft. */
export interface StandingOn {
  readonly version: string;
  readonly digest: string;
  readonly period: Period;
}

/** The rules that changes are told against, by their version numbers, on a day. */
export interface Compared {
  /** The jurisdiction's own version; null where it has none then. */
  readonly version: string | null;
  /** Of a county's draft the city's version beneath both sides; of a city's null. */
  readonly baseVersion: string | null;
  readonly date: CalendarDate;
}

/** The figures of one county's version that a city's draft goes beyond. */
export interface Overtaken {
  readonly jurisdiction: string;
  readonly version: string;
  readonly digest: string;
  /** Ids of standards. */
  readonly standards: readonly string[];
}

/** The most fingerprints of a submission that are remembered. */
export const MOST_FINGERPRINTS = 2000;
