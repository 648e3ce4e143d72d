import { Checkbox, Radio } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { AddedProduct } from './added-product.ts';
import type { TypeChoices } from './choices.ts';
import { Choice, FigureField, TextField } from './dialog-fields.tsx';
import { GuidedDialog } from './guided-dialog.tsx';
import type { TypedUnit } from './typed-figure.ts';
import { readProduct, type TypedProduct, type Wrong } from './typed-product.ts';
import { useGuidedForm } from './use-guided-form.ts';
import { addedWords } from './words.ts';

interface DialogOf {
  readonly choices: readonly [TypeChoices, ...TypeChoices[]];
  /** A code that is free. */
  readonly code: string;
  readonly isTaken: (id: string) => boolean;
  readonly isUneditable: boolean;
  readonly onProduct: (product: AddedProduct) => void;
  readonly close: () => void;
}

/** Asks for a product of the county's own, field by field. */
export function ProductDialog({ choices, code, isTaken, isUneditable, onProduct, close }: DialogOf) {
  const { language } = useLanguage();
  const words = useWords(addedWords);
  const { typed, set, field, wrongOf, tellWrong, isTyped } = useGuidedForm<TypedProduct, Wrong>(
    () => ({ ...EMPTY, ...chosen(choices[0]), code }),
    words,
  );
  const of = choices.find(({ type }) => type === typed.claimType) ?? choices[0];
  const take = () => {
    const now = readProduct(typed, of.whom.fact, isTaken);
    if ('product' in now) onProduct(now.product);
    else tellWrong(now.wrong);
  };
  const figure = (name: 'ratio' | 'deductible' | 'annualCap', unit: TypedUnit) => (
    <FigureField {...field(name)} unit={unit} example={words[`${name}Example`]} />
  );
  return (
    <GuidedDialog words={words} isTyped={isTyped} isUneditable={isUneditable} take={take} close={close}>
      <TextField {...field('name')} example={words.nameExample} />
      <TextField {...field('nameEn')} example={words.nameEnExample} />
      <TextField {...field('payer')} example={words.payerExample} />
      <TextField {...field('code')} />
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
      {figure('ratio', 'share')}
      {figure('deductible', 'CNY')}
      {figure('annualCap', 'CNY')}
    </GuidedDialog>
  );
}

const EMPTY = { name: '', nameEn: '', payer: '', ratio: '', deductible: '', annualCap: '' };

/** What a claim type begins with: its first pot. For whom is never assumed. */
function chosen({ type, pots }: TypeChoices): Pick<TypedProduct, 'claimType' | 'whom' | 'pots'> {
  return { claimType: type, whom: [], pots: pots.slice(0, 1).map(({ value }) => String(value)) };
}
