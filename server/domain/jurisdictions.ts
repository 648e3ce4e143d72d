import type { Jurisdictions } from '../../schemas/generated/documents.ts';
import { type CalendarDate, covers, type Period } from './dates.ts';
import { type Label, labelOf } from './label.ts';

/** A city or county under one of the codes it has had. */
export interface Jurisdiction {
  readonly code: string;
  readonly name: Label;
  /** The code of the city it belongs to; null for a city. */
  readonly city: string | null;
  /** When the code was valid; open at both ends unless the document says more. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** The code it had after this one, and the one before; the same place. */
  readonly successor: string | null;
  readonly predecessor: string | null;
  readonly note: Label | null;
}

/** Who is who, over all code changes. */
export interface JurisdictionRegistry {
  /** Every code, in the order of the documents. */
  readonly all: readonly Jurisdiction[];
  /**
   * A jurisdiction by any code it has ever had. With a date, as it stood then: a claim dated before a code change and sent
   * with the new code, or the reverse, finds the code of its date. Where none was valid on the date, the one asked for.
   */
  lookup(code: string, date?: CalendarDate): Jurisdiction | null;
  /** All codes of the same place, oldest first, whichever of them is asked for; the code alone where it is not known. */
  sameAs(code: string): readonly string[];
}

/**
 * The registry of several documents. A code that two documents name is taken from the first; so is what came before a code.
 * @throws RangeError where successors go round in a circle
 */
export function jurisdictionRegistry(documents: readonly Jurisdictions[]): JurisdictionRegistry {
  const declared = new Map<string, Jurisdictions['jurisdictions'][number]>();
  for (const one of documents.flatMap(({ jurisdictions }) => jurisdictions)) {
    if (!declared.has(one.code)) declared.set(one.code, one);
  }
  const predecessors = new Map<string, string>();
  for (const { code, successor } of declared.values()) {
    if (successor !== undefined && !predecessors.has(successor)) predecessors.set(successor, code);
  }
  const byCode = new Map(
    [...declared.values()].map((one) => [one.code, jurisdictionOf(one, predecessors.get(one.code) ?? null)]),
  );
  const chains = new Map([...byCode.keys()].map((code) => [code, chainOf(code, byCode)]));
  const sameAs = (code: string) => chains.get(code) ?? [code];
  return {
    all: [...byCode.values()],
    sameAs,
    lookup(code, date) {
      const asked = byCode.get(code) ?? null;
      if (asked === null || date === undefined || isValidOn(asked, date)) return asked;
      const then = sameAs(code).map((other) => byCode.get(other));
      return then.find((one) => one !== undefined && isValidOn(one, date)) ?? asked;
    },
  };
}

function jurisdictionOf(
  { code, name, parent, validFrom, validTo, successor, note }: Jurisdictions['jurisdictions'][number],
  predecessor: string | null,
): Jurisdiction {
  return {
    code,
    name: labelOf(name, code),
    city: parent ?? null,
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    successor: successor ?? null,
    predecessor,
    note: note === undefined ? null : labelOf(note, code),
  };
}

/** Whether a code was a jurisdiction's on a date. */
export function isValidOn({ validFrom, validTo }: Jurisdiction, date: CalendarDate): boolean {
  const period: Period = { from: validFrom ?? '0001-01-01', ...(validTo === null ? {} : { to: validTo }) };
  return covers(period, date);
}

/**
 * The codes before and after a code, oldest first. A place goes on as one other: where two merge, only the one that came
 * before by the registry is of the new one's chain, since rules of both could not hold there.
 */
function chainOf(code: string, byCode: ReadonlyMap<string, Jurisdiction>): readonly string[] {
  const before: string[] = [];
  for (let one = byCode.get(code)?.predecessor; one; one = byCode.get(one)?.predecessor)
    before.unshift(known(one, before));
  const after: string[] = [];
  let last = code;
  for (
    let one = byCode.get(code)?.successor;
    one && byCode.get(one)?.predecessor === last;
    one = byCode.get(one)?.successor
  ) {
    after.push(known(one, after));
    last = one;
  }
  return [...before, code, ...after];
}

function known(code: string, chain: readonly string[]): string {
  if (chain.includes(code)) throw new RangeError(`jurisdiction ${code} is its own successor`);
  return code;
}
