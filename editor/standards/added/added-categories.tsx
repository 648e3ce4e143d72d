import { Button } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useOpened } from '../../shell/use-opened.ts';
import { FigureInput } from '../form/figure-input.tsx';
import { useDraftView } from '../form/view.ts';
import { valueAt } from '../text/yaml-value.ts';
import {
  factOf,
  type HeldCategory,
  heldCategories,
  openRules,
  textWithCategory,
  textWithoutCategory,
} from './added-category.ts';
import { AddedPart } from './added-part.tsx';
import { CategoryDialog } from './category-dialog.tsx';
import { categoryWords } from './category-words.ts';
import { choicesOf } from './choices.ts';
import { labelText } from './label-text.ts';
import { useTextChange } from './use-text-change.ts';

interface AddedOf {
  /** The draft's text as typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The categories of persons that a draft adds: what each asks for, a guided form for another, a way to take one out. */
export function AddedCategories({ text, onText }: AddedOf) {
  const words = useWords(categoryWords);
  const { value, effective, mayWrite } = useDraftView();
  const { isOpen, opener, focusOpener, open: ask, close } = useOpened();
  const { isUneditable, change } = useTextChange(onText);
  const categories = new Set(choicesOf(effective).map(({ whom }) => whom.fact));
  const open = openRules(value ?? undefined, categories);
  const held = heldCategories(value ?? undefined, categories);
  const facts = new Set(Object.values(effective.claims).flatMap((type) => Object.keys(type.facts)));
  const isTaken = (code: string) =>
    facts.has(factOf(code)) || held.some(({ fact }) => fact === factOf(code)) || isStandard(factOf(code));
  const isStandard = (id: string) => valueAt(value ?? undefined, ['adds', 'standards', id]) !== undefined;
  return (
    <section className="standards-added" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p className="aside">{words.whether}</p>
      {held.length === 0 ? <p className="aside">{open.length === 0 ? words.productFirst : words.none}</p> : null}
      {held.map((category) => (
        <Category
          key={category.fact}
          category={category}
          remove={() => change(() => textWithoutCategory(text, category.fact, categories)) && focusOpener()}
        />
      ))}
      {isUneditable && !isOpen ? <p role="alert">{words.cannot}</p> : null}
      {mayWrite && open.length > 0 ? (
        <Button ref={opener} onClick={ask}>
          {words.add}
        </Button>
      ) : null}
      {isOpen ? (
        <CategoryDialog
          open={open}
          code={freeCode(isTaken)}
          isUneditable={isUneditable}
          isTaken={isTaken}
          onCategory={(category) => change(() => textWithCategory(text, category, categories)) && close()}
          close={close}
        />
      ) : null}
    </section>
  );
}

function Category({ category, remove }: { readonly category: HeldCategory; readonly remove: () => void }) {
  const { language } = useLanguage();
  const words = useWords(categoryWords);
  const { value, mayWrite, change } = useDraftView();
  const { fact, label, line, criterion, from, to, rules } = category;
  const name = labelText({ label }, language) ?? fact;
  const rulesInText = valueAt(value ?? undefined, ['adds', 'rules']);
  const named = rules.map((rule) => {
    const found = Array.isArray(rulesInText) ? rulesInText.find((one) => valueAt(one, ['name']) === rule) : undefined;
    return labelText(found, language) ?? rule;
  });
  const own = line === null ? undefined : valueAt(value ?? undefined, ['adds', 'standards', line, 'value']);
  return (
    <AddedPart name={name} removeTitle={words.removeTitle(name)} remove={remove}>
      <p>
        {words[criterion]} · {words.paidBy(named.join(words.listed))}
        {from === '' && to === '' ? '' : ` · ${words.days(from, to)}`}
      </p>
      {line === null || typeof own === 'object' ? null : (
        <FigureInput
          label={`${name} – ${words.line}`}
          unit="CNY"
          own={own}
          city={undefined}
          wrong={[]}
          disabled={!mayWrite}
          onFigure={(figure) => figure !== undefined && change(['adds', 'standards', line, 'value'], figure)}
        />
      )}
    </AddedPart>
  );
}

function freeCode(isTaken: (code: string) => boolean): string {
  const code = 'ownCategory';
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? code : code + number;
    if (!isTaken(free)) return free;
  }
}
