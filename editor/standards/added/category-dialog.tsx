import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { AddedCategory, OpenRule } from './added-category.ts';
import { categoryWords } from './category-words.ts';
import { Choice, TextField } from './dialog-fields.tsx';
import { GuidedDialog } from './guided-dialog.tsx';
import { labelText } from './label-text.ts';
import { type CategoryRead, readCategory, type TypedCategory } from './typed-category.ts';

interface DialogOf {
  /** The rules that it can be taken into. */
  readonly open: readonly OpenRule[];
  /** A code that is free. */
  readonly code: string;
  readonly isTaken: (code: string) => boolean;
  readonly onCategory: (category: AddedCategory) => void;
  readonly close: () => void;
}

/** Asks for a category of the county's own, field by field. */
export function CategoryDialog({ open, code, isTaken, onCategory, close }: DialogOf) {
  const { language } = useLanguage();
  const words = useWords(categoryWords);
  const [typed, setTyped] = useState<TypedCategory>({ ...EMPTY, code });
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
    return wrong === undefined ? '' : words[wrong];
  };
  const field = (name: 'name' | 'nameEn' | 'code' | 'line' | 'from' | 'to', type?: 'date') => (
    <TextField
      label={words[name]}
      value={typed[name]}
      wrong={wrongOf(name)}
      onText={(text) => set({ [name]: text })}
      {...(type && { type })}
    />
  );
  return (
    <GuidedDialog words={words} take={take} close={close}>
      {field('name')}
      {field('nameEn')}
      {field('code')}
      <Choice label={words.criterion} wrong="">
        <Radio.Group
          value={typed.criterion}
          onChange={({ target }) => set({ criterion: target.value })}
          options={CRITERIA.map((value) => ({ value, label: words[value] }))}
        />
      </Choice>
      {typed.criterion === 'recognised' ? null : field('line')}
      {field('from', 'date')}
      {field('to', 'date')}
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
