import { expect, it } from 'vitest';
import { lengthOf, MOST_OF_REASON, MOST_OF_SUBMISSION } from '../../editor/standards/form/text-length.ts';
import language from '../../schemas/language.schema.json' with { type: 'json' };
import { MOST_CHARACTERS } from '../../server/workflow/draft.ts';

it('the pages take of a reason what the service takes', () => {
  const [alone] = language.$defs.label.anyOf;
  expect([MOST_OF_REASON, MOST_OF_SUBMISSION]).toEqual([alone?.maxLength, MOST_CHARACTERS]);
});

it('a character counts once, whatever it is made of', () => {
  expect(['', '理由', '𠮷𠮷', 'a\n'].map(lengthOf)).toEqual([0, 2, 2, 2]);
});
