import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { allPages } from './all-pages.ts';
import { answerOf, service } from './client.ts';
import { inTurn } from './in-turn.ts';

/** A text on its way to become a version. */
export type Draft = components['schemas']['Draft'];

/** What is wrong with a text, and where. */
export type Validation = components['schemas']['ValidationAnswer'];

/** The drafts of a place that who asks may read. @param wanted false for who may read none: nothing is asked */
export function useDrafts(jurisdiction: string, wanted: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['drafts', jurisdiction, language],
    enabled: wanted,
    queryFn: () =>
      allPages<Draft>(async (page) =>
        answerOf(await service(language).GET('/api/v1/drafts', { params: { query: { jurisdiction, ...page } } })),
      ),
  });
}

/** The drafts sent back and not submitted again, of all places that who asks may read. @param wanted false for who writes none */
export function useDraftsSentBack(wanted: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['drafts', 'sent back', language],
    enabled: wanted,
    queryFn: () =>
      allPages<Draft>(async (page) =>
        answerOf(await service(language).GET('/api/v1/drafts', { params: { query: { sentBack: 'true', ...page } } })),
      ),
  });
}

/** One draft with its text. */
export async function readDraft(id: string, language: Language): Promise<Draft> {
  // As JSON: nothing else is asked for.
  return answerOf(await service(language).GET('/api/v1/drafts/{id}', { params: { path: { id } } })) as Draft;
}

/** Begins a draft with what is in force on a day. @param date null for the nearest day with rules in force */
export async function beginDraft(jurisdiction: string, date: string | null, language: Language): Promise<Draft> {
  const body = date === null ? { jurisdiction } : { jurisdiction, date };
  return answerOf(await service(language).POST('/api/v1/drafts', { body }));
}

/** A draft as it was read: changes name its revision. */
export interface Upon {
  readonly id: string;
  readonly revision: number;
}

const upon = ({ id, revision }: Upon) => ({ path: { id }, header: { 'If-Match': `"${revision}"` } });

/**
 * Saves a draft's text, valid or not.
 * @param options `by`: whose text it is, by staff number, where it may be another's than the page shows by now; `origin`: the
 *   version that it stands on from here on, where it was carried onto one
 */
export async function saveDraft(
  draft: Upon,
  text: string,
  language: Language,
  { by, origin }: { readonly by?: string; readonly origin?: string } = {},
): Promise<Draft> {
  return answerOf(
    await service(language, by).PUT('/api/v1/drafts/{id}', {
      params: { ...upon(draft), query: origin === undefined ? {} : { origin } },
      body: text,
      bodySerializer: (body: string) => body,
      headers: { 'Content-Type': 'application/yaml' },
    }),
  );
}

/** Submits a draft for review, with a reason. */
export async function submitDraft(draft: Upon, reason: string, language: Language): Promise<Draft> {
  const call = { params: upon(draft), body: { reason } };
  return answerOf(await service(language).POST('/api/v1/drafts/{id}/submission', call));
}

/** Takes a submission back. */
export async function withdrawDraft(draft: Upon, language: Language): Promise<Draft> {
  return answerOf(await service(language).POST('/api/v1/drafts/{id}/withdrawal', { params: upon(draft) }));
}

/** Gives a draft up. */
export async function discardDraft(draft: Upon, language: Language): Promise<Draft> {
  return answerOf(await service(language).DELETE('/api/v1/drafts/{id}', { params: upon(draft) }));
}

/** What is wrong with a text. */
export async function validateText(text: string, language: Language, signal: AbortSignal): Promise<Validation> {
  return answerOf(
    await service(language).POST('/api/v1/validations', {
      body: text,
      bodySerializer: (body: string) => body,
      headers: { 'Content-Type': 'application/yaml' },
      signal,
    }),
  );
}

/** A figure of a draft's text that is below the floor: where it stands, as an RFC 6901 pointer, and a sentence about it. */
export interface BelowFloor {
  readonly pointer: string;
  readonly message: string;
}

/** What an open draft's text says, and what of it is below the floor. */
export interface DraftRead {
  readonly text: string;
  readonly below: readonly BelowFloor[];
}

/** An open draft's text, looked at; asked again whenever it moved. @param wanted false: nothing is asked */
export function useDraftRead({ id, revision }: Upon, wanted: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['draft read', id, revision, language],
    enabled: wanted,
    queryFn: ({ signal }) =>
      inTurn(async (): Promise<DraftRead> => {
        const { text = '' } = await readDraft(id, language);
        const { problems } = await validateText(text, language, signal);
        const below = problems.filter(({ code }) => code === 'belowFloor');
        return { text, below: below.map(({ pointer, message }) => ({ pointer: pointer ?? '', message })) };
      }),
  });
}
