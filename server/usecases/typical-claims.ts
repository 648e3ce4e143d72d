import type { CalendarDate } from '../domain/dates.ts';
import { type Label, labelOf } from '../domain/label.ts';
import { type Page, type PageRequest, pageAfter } from './page.ts';
import type { RuleBook } from './rule-book.ts';

/** A claim as it typically comes; the person is made up. */
export interface TypicalClaim {
  readonly id: string;
  readonly label: Label;
  readonly note: Label | null;
  /** Whose claim it is: the county it is kept for, else the jurisdiction asked for. */
  readonly jurisdiction: string;
  /** Of the discharge, visit, accident or loss. */
  readonly date: CalendarDate;
  /** As in an evaluation request. */
  readonly claim: Readonly<Record<string, unknown>> & { readonly type: string };
}

/**
 * The typical claims of a city or county whose type the rules in force on a date know, in the order of the text. A county
 * has its city's, without those that are kept for another county; none where the city has no text of them. A page at a time.
 * @throws Refusal `pageLimit`, `pageCursor`, `unknownJurisdiction`, `noRuleSets`, `noRuleSetInForce`, or what is wrong with
 *   a text
 */
export async function typicalClaims(
  book: RuleBook,
  code: string,
  date: CalendarDate,
  request: PageRequest = {},
): Promise<Page<TypicalClaim>> {
  const { jurisdiction, effective } = await book.inForce(code, date);
  const registry = await book.registry();
  const cities = registry.sameAs(jurisdiction.city ?? jurisdiction.code);
  const own = registry.sameAs(jurisdiction.code);
  const texts = (await book.typicalClaims()).filter((text) => cities.includes(text.jurisdiction));
  const all = texts
    .flatMap(({ claims }) => claims)
    .filter(({ claim }) => effective.claims.has(claim.type))
    .filter((one) => jurisdiction.city === null || one.jurisdiction === undefined || own.includes(one.jurisdiction));
  const { items, next } = pageAfter(all, ({ id }) => id, request);
  return {
    items: items.map(({ id, label, note, jurisdiction: keptFor, date: claimDate, claim }) => ({
      id,
      label: labelOf(label, id),
      note: note === undefined ? null : labelOf(note, id),
      jurisdiction: keptFor ?? jurisdiction.code,
      date: claimDate,
      claim,
    })),
    next,
  };
}
