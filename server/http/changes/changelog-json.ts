import type { ChangelogAnswer } from '../../../schemas/generated/documents.ts';
import type { Language } from '../../domain/label.ts';
import type { ChangelogEntry } from '../../usecases/changelog.ts';
import type { Page } from '../../usecases/page.ts';
import { comparisonAnswer } from './comparison-json.ts';

/** A page of a changelog as changelog-answer.schema.json has it. */
export function changelogAnswer({ items, next }: Page<ChangelogEntry>, language: Language): ChangelogAnswer {
  return {
    items: items.map(({ comparison, ...entry }) => ({
      ...entry,
      comparison: comparison === null ? null : comparisonAnswer(comparison, language),
    })),
    next,
  };
}
