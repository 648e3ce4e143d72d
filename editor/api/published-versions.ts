import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { allPages } from './all-pages.ts';
import { answerOf, service } from './client.ts';

/** One published version, with its periods and its standing. */
export type Publication = components['schemas']['RuleSetsAnswer']['items'][number];

/** The versions that a place has published, the last first. */
export function usePublishedVersions(place: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['published versions', place],
    enabled: place !== null,
    queryFn: () =>
      allPages<Publication>(async (query) => {
        const params = { path: { code: place ?? '' }, query };
        return answerOf(await service(language).GET('/api/v1/jurisdictions/{code}/rule-sets', { params }));
      }),
  });
}

/** One version of a place with the reason that it was published with. @param version null: nothing is asked */
export function usePublication(code: string, version: string | null) {
  return useVersion(code, version, ({ publication }) => publication, 0);
}

/** The published text of a version, which never changes. @param version null: nothing is asked */
export function useVersionText(code: string, version: string | null) {
  return useVersion(code, version, ({ text }) => text, Number.POSITIVE_INFINITY);
}

function useVersion<Part>(
  code: string,
  version: string | null,
  select: (read: VersionRead) => Part,
  staleTime: number,
) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['published version', code, version],
    enabled: version !== null,
    queryFn: () => readVersion(code, version ?? '', language),
    select,
    staleTime,
  });
}

/** A version with its text. */
type VersionRead = components['schemas']['RuleSetAnswer'];

/** The published text of a version, byte for byte. */
export async function readVersionText(code: string, version: string, language: Language): Promise<string> {
  return (await readVersion(code, version, language)).text;
}

async function readVersion(code: string, version: string, language: Language) {
  const params = { path: { code, version } };
  const answer = await service(language).GET('/api/v1/jurisdictions/{code}/rule-sets/{version}', { params });
  return answerOf(answer) as VersionRead;
}
