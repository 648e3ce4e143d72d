import type { ClaimForm, Fact } from '../api/claims.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { amountText } from './amount-text.ts';
import { counterPath, type Entries, elsewherePath, settledPath, shownFacts, standing } from './claim.ts';
import { periodName } from './period-name.ts';
import { calculatorWords } from './words.ts';

/** What a claim says, in words: each fact with what it stands at, and what was brought beside the facts. */
export function Brought({ form, entries }: { readonly form: ClaimForm; readonly entries: Entries }) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const facts = shownFacts(form)
    .map((fact) => ({ fact, text: standing(fact.id, form, entries) }))
    .filter(({ fact, text }) => text !== '' && !(fact.type.kind === 'money' && text === '0'))
    .map(({ fact, text }) => ({ name: fact.label[language], told: factWords(fact, text, language, words) }));
  const brought = [
    ...form.counters.map((counter) => ({
      path: counterPath(counter),
      name: words.counter(counter.label[language], periodName(counter, words, language), words[counter.kind]),
      money: counter.kind !== 'count',
    })),
    ...form.pots.map(({ pot, label }) => ({
      path: elsewherePath(pot),
      name: `${words.paidElsewhere} ${label[language]}`,
      money: true,
    })),
    ...form.layers.map(({ layer, label }) => ({
      path: settledPath(layer),
      name: `${words.settledElsewhere} ${label[language]}`,
      money: true,
    })),
  ]
    .map(({ path, name, money }) => ({ name, told: told(entries[path] ?? '', money, words) }))
    .filter((one) => one.told !== '');
  return (
    <dl className="sheet-facts">
      {[...facts, ...brought].map((one) => (
        <div key={one.name}>
          <dt>{one.name}</dt>
          <dd>{one.told}</dd>
        </div>
      ))}
    </dl>
  );
}

function factWords(
  { type }: Fact,
  text: string,
  language: 'zh' | 'en',
  words: { readonly yes: string; readonly no: string; readonly listed: string; cny(amount: string): string },
): string {
  switch (type.kind) {
    case 'money':
      return told(text, true, words);
    case 'boolean':
      return text === 'true' ? words.yes : words.no;
    case 'choice':
      return itemWords(type.items, text, language);
    case 'list':
      return text
        .split(/[,，、;；\s]+/)
        .map((one) => itemWords(type.items ?? [], one, language))
        .join(words.listed);
    default:
      return text;
  }
}

interface Item {
  readonly value: string | number;
  readonly label: { readonly zh: string; readonly en: string };
}

function itemWords(items: readonly Item[], text: string, language: 'zh' | 'en'): string {
  return items.find(({ value }) => String(value) === text)?.label[language] ?? text;
}

function told(text: string, money: boolean, words: { cny(amount: string): string }): string {
  const amount = money ? amountText(text) : null;
  return amount === null ? text : words.cny(cnyWords(fenOf(Number(amount))));
}
