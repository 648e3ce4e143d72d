import { type ReactNode, useEffect, useState } from 'react';
import type { ClaimForm, Fact } from '../api/claims.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { meantFigure } from '../standards/text/meant-figure.ts';
import {
  counterPath,
  type Entries,
  elsewherePath,
  type FieldKind,
  isNeeded,
  type MadeClaim,
  settledPath,
  shownFacts,
  standing,
} from './claim.ts';
import { FactField } from './fact-field.tsx';
import { isLater } from './later-dates.ts';
import { periodName } from './period-name.ts';
import { calculatorWords } from './words.ts';

/** What the fields of a claim show and where what is entered goes. */
export interface ClaimFieldsOf {
  readonly form: ClaimForm;
  /** The day that the claim is settled by, ISO 8601. */
  readonly date: string;
  readonly entries: Entries;
  readonly unread: MadeClaim['unread'];
  /** What the service said is wrong, by path. */
  readonly refused: Readonly<Record<string, string>>;
  readonly enter: (path: string, value: string) => void;
}

const MONEY = { kind: 'money' } as const;
const INTEGER = { kind: 'integer' } as const;

/** The fields of a claim, as its form lists them: the situation, the bill, and folded what most claims do not bring. */
export function ClaimFields(given: ClaimFieldsOf) {
  const { form, entries } = given;
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const facts = shownFacts(form);
  const fact = (one: Fact) => (
    <EntryField key={one.id} {...given} path={one.id} label={one.label[language]} kind={one.type} />
  );
  const isBill = ({ type }: Fact) => type.kind === 'money';
  return (
    <>
      <Group name={words.facts}>{facts.filter((one) => !isBill(one)).map(fact)}</Group>
      <Group name={words.costs}>{facts.filter(isBill).map(fact)}</Group>
      <Folded name={words.history} entries={entries} begins="history.">
        {form.counters.map((counter) => {
          const period = periodName(counter, words, language);
          const label = words.counter(counter.label[language], period, words[counter.kind]);
          const kind = counter.kind === 'count' ? INTEGER : MONEY;
          const path = counterPath(counter);
          return <EntryField key={path} {...given} path={path} label={label} kind={kind} />;
        })}
      </Folded>
      <Folded name={words.paidElsewhere} entries={entries} begins="paidElsewhere." refused={given.refused}>
        {form.pots.map(({ pot, label }) => (
          <EntryField key={pot} {...given} path={elsewherePath(pot)} label={label[language]} kind={MONEY} />
        ))}
      </Folded>
      <Folded name={words.settledElsewhere} entries={entries} begins="settled." refused={given.refused}>
        {form.pots.length === 0
          ? []
          : form.layers.map(({ layer, label }) => (
              <EntryField key={layer} {...given} path={settledPath(layer)} label={label[language]} kind={MONEY} />
            ))}
      </Folded>
    </>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <fieldset className="calculator-group">
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

interface FoldedOf {
  readonly name: string;
  readonly children: readonly ReactNode[];
  readonly entries: Entries;
  /** How the paths of its fields begin. */
  readonly begins: string;
  readonly refused?: Readonly<Record<string, string>>;
}

/** Fields that stay out of the way until something stands in one, or one is asked for. */
function Folded({ name, children, entries, begins, refused = {} }: FoldedOf) {
  const used = [...Object.entries(entries), ...Object.entries(refused)].some(
    ([path, value]) => path.startsWith(begins) && value !== '',
  );
  const [open, setOpen] = useState(used);
  useEffect(() => {
    if (used) setOpen(true);
  }, [used]);
  if (children.length === 0) return null;
  return (
    <details className="calculator-folded" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{name}</summary>
      <fieldset className="calculator-group" aria-label={name}>
        {children}
      </fieldset>
    </details>
  );
}

interface EntryOf extends ClaimFieldsOf {
  readonly path: string;
  readonly label: string;
  readonly kind: FieldKind;
}

function EntryField({ form, date, entries, unread, refused, enter, path, label, kind }: EntryOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const fact = form.facts.find(({ id }) => id === path);
  const dateName = form.facts.find(({ id }) => id === form.dateFact)?.label[language] ?? words.date;
  const typed = ['money', 'integer', 'decimal', 'list'].includes(kind.kind);
  const unreadWords = () => {
    const why = unread.get(path) ?? null;
    if (why === 'notAnAmount') return words.unreadAmount(meantFigure(entries[path] ?? '', 'CNY'));
    if (why !== null) return words[why];
    return kind.kind === 'decimal' ? words.unreadDecimal(kind.places) : words.unreadNumber;
  };
  const wrong = unread.has(path) ? unreadWords() : refused[path];
  return (
    <FactField
      path={path}
      label={label}
      kind={kind}
      // What is typed stays as it is typed; a default only gets in the way of typing.
      value={typed ? (entries[path] ?? '') : standing(path, form, entries)}
      hint={typed ? standing(path, form, entries) : ''}
      needed={fact !== undefined && isNeeded(fact, form, entries)}
      wrong={wrong ?? null}
      note={wrong === undefined && isLater(path, form, entries, date) ? words.afterDate(dateName, date) : null}
      enter={(value) => enter(path, value)}
    />
  );
}
