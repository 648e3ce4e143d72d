import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { AddedCategory, OpenRule } from './added-category.ts';
import { categoryWords } from './category-words.ts';
import { Choice, FigureField, TextField } from './dialog-fields.tsx';
import { GuidedDialog } from './guided-dialog.tsx';
import { labelText } from './label-text.ts';
import { type CategoryRead, readCategory, type TypedCategory } from './typed-category.ts';

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
  const [begun] = useState<TypedCategory>({ ...EMPTY, code });
  const [typed, setTyped] = useState(begun);
  const [read, setRead] = useState<CategoryRead | null>(null);
  const set = (change: Partial<TypedCategory>) => {
    setTyped({ ...typed, ...change });
    setRead(null);
  };
  const take = () => {
    const now = readCategory(typed, isTaken);
    setRead(now);
    if ('category' in now) onCategory(now.category);
  };
  const wrongOf = (field: keyof TypedCategory) => {
    const wrong = read !== null && 'wrong' in read ? read.wrong[field] : undefined;
    return wrong === undefined || wrong === 'figure' ? '' : words[wrong];
  };
  const common = (name: 'name' | 'nameEn' | 'code' | 'line' | 'from' | 'to') => ({
    label: words[name],
    value: typed[name],
    wrong: wrongOf(name),
    onText: (text: string) => set({ [name]: text }),
  });
  return (
    <GuidedDialog
      words={words}
      isTyped={JSON.stringify(typed) !== JSON.stringify(begun)}
      isUneditable={isUneditable}
      take={take}
      close={close}
    >
      <TextField {...common('name')} example={words.nameExample} />
      <TextField {...common('nameEn')} example={words.nameEnExample} />
      <TextField {...common('code')} />
      <Choice label={words.criterion} wrong="">
        <Radio.Group
          value={typed.criterion}
          onChange={({ target }) => set({ criterion: target.value })}
          options={CRITERIA.map((value) => ({ value, label: words[value] }))}
        />
      </Choice>
      {typed.criterion === 'recognised' ? null : (
        <FigureField {...common('line')} unit="CNY" example={words.lineExample} />
      )}
      <TextField {...common('from')} type="date" />
      <TextField {...common('to')} type="date" />
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
