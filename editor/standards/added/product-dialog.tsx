import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { AddedProduct } from './added-product.ts';
import type { TypeChoices } from './choices.ts';
import { Choice, TextField } from './dialog-fields.tsx';
import { GuidedDialog } from './guided-dialog.tsx';
import { type ProductRead, readProduct, type TypedProduct } from './typed-product.ts';
import { addedWords } from './words.ts';

interface DialogOf {
  readonly choices: readonly [TypeChoices, ...TypeChoices[]];
  /** A code that is free. */
  readonly code: string;
  readonly isTaken: (id: string) => boolean;
  readonly onProduct: (product: AddedProduct) => void;
  readonly close: () => void;
}

/** Asks for a product of the county's own, field by field. */
export function ProductDialog({ choices, code, isTaken, onProduct, close }: DialogOf) {
  const { language } = useLanguage();
  const words = useWords(addedWords);
  const [typed, setTyped] = useState<TypedProduct>(() => ({ ...EMPTY, ...chosen(choices[0]), code }));
  const [read, setRead] = useState<ProductRead | null>(null);
  const of = choices.find(({ type }) => type === typed.claimType) ?? choices[0];
  const set = (change: Partial<TypedProduct>) => {
    setTyped({ ...typed, ...change });
    setRead(null);
  };
  const take = () => {
    const now = readProduct(typed, of.whom.fact, isTaken);
    setRead(now);
    if ('product' in now) onProduct(now.product);
  };
  const wrongOf = (field: keyof TypedProduct) => {
    const wrong = read !== null && 'wrong' in read ? read.wrong[field] : undefined;
    return wrong === undefined ? '' : words[wrong];
  };
  const field = (name: Exclude<keyof TypedProduct, 'whom' | 'pots'>, label: string) => (
    <TextField label={label} value={typed[name]} wrong={wrongOf(name)} onText={(text) => set({ [name]: text })} />
  );
  return (
    <GuidedDialog words={words} take={take} close={close}>
      {field('name', words.name)}
      {field('nameEn', words.nameEn)}
      {field('payer', words.payer)}
      {field('code', words.code)}
      <Choice label={words.claimType} wrong="">
        <Radio.Group
          value={typed.claimType}
          onChange={({ target }) => set(chosen(choices.find(({ type }) => type === target.value) ?? of))}
          options={choices.map(({ type, label }) => ({ value: type, label: label[language] }))}
        />
      </Choice>
      <Choice label={words.whom(of.whom.label[language])} wrong={wrongOf('whom')}>
        <Checkbox.Group
          value={[...typed.whom]}
          onChange={(whom) => set({ whom })}
          options={of.whom.items.map(({ value, label }) => ({ value, label: label[language] }))}
        />
      </Choice>
      <Choice label={words.pots} wrong={wrongOf('pots')}>
        <Checkbox.Group
          value={[...typed.pots]}
          onChange={(pots) =>
            set({ pots: of.pots.map(({ value }) => String(value)).filter((pot) => pots.includes(pot)) })
          }
          options={of.pots.map(({ value, label }) => ({ value: String(value), label: label[language] }))}
        />
      </Choice>
      {field('ratio', words.ratio)}
      {field('deductible', words.deductible)}
      {field('annualCap', words.annualCap)}
    </GuidedDialog>
  );
}

const EMPTY = { name: '', nameEn: '', payer: '', code: '', ratio: '', deductible: '', annualCap: '' };

/** What a claim type begins with: its first pot. For whom is never assumed. */
function chosen({ type, pots }: TypeChoices): Pick<TypedProduct, 'claimType' | 'whom' | 'pots'> {
  return { claimType: type, whom: [], pots: pots.slice(0, 1).map(({ value }) => String(value)) };
}
