import { Checkbox, Radio } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { AddedCategory, OpenRule } from './added-category.ts';
import { categoryWords } from './category-words.ts';
import { Choice, FigureField, TextField } from './dialog-fields.tsx';
import { GuidedDialog } from './guided-dialog.tsx';
import { labelText } from './label-text.ts';
import { type CategoryWrong, readCategory, type TypedCategory } from './typed-category.ts';
import { useGuidedForm } from './use-guided-form.ts';

interface DialogOf {
  /** The rules that it can be taken into. */
  readonly open: readonly OpenRule[];
  /** A code that is free. */
  readonly code: string;
  readonly isTaken: (code: string) => boolean;
  readonly isUneditable: boolean;
  readonly onCategory: (category: AddedCategory) => void;
  readonly close: () => void;
}

/** Asks for a category of the county's own, field by field. */
export function CategoryDialog({ open, code, isTaken, isUneditable, onCategory, close }: DialogOf) {
  const { language } = useLanguage();
  const words = useWords(categoryWords);
  const { typed, set, field, wrongOf, tellWrong, isTyped } = useGuidedForm<TypedCategory, CategoryWrong>(
    () => ({ ...EMPTY, code }),
    words,
  );
  const take = () => {
    const now = readCategory(typed, isTaken);
    if ('category' in now) onCategory(now.category);
    else tellWrong(now.wrong);
  };
  return (
    <GuidedDialog words={words} isTyped={isTyped} isUneditable={isUneditable} take={take} close={close}>
      <TextField {...field('name')} example={words.nameExample} />
      <TextField {...field('nameEn')} example={words.nameEnExample} />
      <TextField {...field('code')} />
      <Choice label={words.criterion} wrong="">
        <Radio.Group
          value={typed.criterion}
          onChange={({ target }) => set({ criterion: target.value })}
          options={CRITERIA.map((value) => ({ value, label: words[value] }))}
        />
      </Choice>
      {typed.criterion === 'recognised' ? null : (
        <FigureField {...field('line')} unit="CNY" example={words.lineExample} />
      )}
      <TextField {...field('from')} type="date" />
      <TextField {...field('to')} type="date" />
      <Choice label={words.rules} wrong={wrongOf('rules')}>
        <Checkbox.Group
          value={[...typed.rules]}
          onChange={(rules) => set({ rules })}
          options={open.map(({ name, label }) => ({ value: name, label: labelText({ label }, language) ?? name }))}
        />
      </Choice>
    </GuidedDialog>
  );
}

const CRITERIA = ['recognised', 'atMost', 'atLeast'] as const;

// Which products pay is never assumed.
const EMPTY: Omit<TypedCategory, 'code'> = {
  ...{ name: '', nameEn: '', line: '', from: '', to: '' },
  criterion: 'recognised',
  rules: [],
};
