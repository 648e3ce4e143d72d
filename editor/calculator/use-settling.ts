import { useDeferredValue, useMemo } from 'react';
import { type ClaimSchema, useSettlement } from '../api/claims.ts';
import { useWords } from '../language/language.tsx';
import { useRest } from '../shell/use-rest.ts';
import { claimOf, type Entries, fieldsOf } from './claim.ts';
import { nothingSaid } from './nothing-said.ts';
import { refusedFields } from './refused-fields.ts';
import { requestOf } from './requests.ts';
import { calculatorWords } from './words.ts';

/** A claim while it is being entered: what it comes to, or what keeps it from that. */
export type Settling = ReturnType<typeof useSettling>;

/**
 * Settles a claim while it is being entered, as soon as everything it needs is there.
 * @param hasRules whether the schema is that of the day; nothing is settled where it is not
 */
export function useSettling({ form, type, date }: ClaimSchema, place: string, entries: Entries, hasRules: boolean) {
  const words = useWords(calculatorWords);
  const made = useMemo(() => claimOf(type, form, entries), [type, form, entries]);
  const ready = hasRules && made.missing.length === 0 && made.unread.size === 0;
  const request = useMemo(() => (ready ? requestOf(place, date, made) : null), [ready, place, date, made]);
  const asked = useRest(request, 120);
  const { data, error, refetch } = useSettlement(asked);
  const refused = useMemo(() => refusedFields(error, form, fieldsOf(form), words), [error, form, words]);
  // The fields answer to each key first; the picture follows.
  const settlement = useDeferredValue(asked === null || error !== null ? undefined : data);
  const unsaid = useMemo(() => nothingSaid(form, entries), [form, entries]);
  // Zeros of a claim that says nothing are no answer to anything; what is paid without being asked for is.
  const isEmpty = unsaid.length > 0 && settlement?.paid === 0 && settlement.selfPay.total === 0;
  return {
    missing: made.missing,
    unread: made.unread,
    /** What the service said against fields, by their paths. */
    refused: request === null ? {} : refused.fields,
    /** Of a claim that says nothing: what it could say. */
    unsaid: isEmpty ? unsaid : [],
    /** What the service said beside that. */
    failure: asked !== null && refused.more ? error : null,
    isWaiting: asked !== null && settlement === undefined && error === null,
    /** Null while there is no answer, or none to anything. */
    settled: asked === null || settlement === undefined || isEmpty ? null : { request: asked, settlement },
    again: () => void refetch(),
  };
}
