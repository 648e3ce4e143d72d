import type { Matrix } from '../../api/matrix.ts';
import type { Standard } from '../../api/rules.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useWho } from '../../shell/who.ts';
import { ClauseButton, ClauseRow, useClauseOpen } from '../clause/clause.tsx';
import { useClauseTab } from '../clause/use-clause-tab.ts';
import { type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { isAtBest } from './direction-text.ts';
import { useDirectionWords } from './direction-words.ts';
import { FigureInput } from './figure-input.tsx';
import { figureWords } from './figure-words.ts';
import { FiguresTable } from './figures-table.tsx';
import { directionOf, floorOf } from './floor-ids.ts';
import { type Told, useFloorWords } from './floor-words.ts';
import { BooleanField, ListField } from './list-field.tsx';
import { saidByField } from './problem-words.ts';
import { shapeOf } from './shape.ts';
import { keyedIn, SECTIONS } from './some-people.ts';
import { SomePeopleButton, SomePeopleField, useSomePeople } from './some-people-field.tsx';
import { UnreadProvider, useUnreadWithin } from './unread.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** A standard in the form: what it is, the city's figure and where it may go, the county's own, what holds of it. */
export function StandardRow({
  standard,
  row,
}: {
  readonly standard: Standard;
  readonly row: Matrix['standards'][number];
}) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { effective } = useDraftView();
  const direction = useDirectionWords();
  const told: Told = { standard, shape: shapeOf(standard, effective), effective, section: 'standards' };
  const open = useClauseOpen();
  const some = useSomePeople();
  const tab = useClauseTab();
  const { unread, telling } = useUnreadWithin();
  const clause = { rules: effective, standard, open };
  const isFixed = standard.county === 'fixed';
  return (
    <>
      <tr id={`standard-${standard.id}`} className={isFixed ? 'standards-fixed' : undefined} {...tab.row}>
        <th scope="row">
          {standard.label[language]}
          <small className="standards-small-acts">
            {/* Behind the clause to the eye; before it to Shift+Tab, which goes from the field to the clause first. */}
            <SomePeopleButton told={told} some={some} isInTabOrder={tab.isInTabOrder} />
            <ClauseButton {...clause} isInTabOrder={tab.isInTabOrder} />
          </small>
        </th>
        <td id={floorOf(standard.id)} data-head={words.city}>
          {(row.words?.[language] ?? '').split(/(?<=[；;]) */).map((part) => (
            <span className="standards-part" key={part}>
              {part}
            </span>
          ))}
          <small id={directionOf(standard.id)}>
            {direction(standard.county, String(standard.better), { value: standard.cityValue, unit: standard.unit })}
          </small>
        </td>
        <td data-head={isFixed ? undefined : words.own}>
          <UnreadProvider value={telling}>
            {isFixed ? null : <OwnField told={told} />}
            {isFixed ? null : <SomePeopleField told={told} some={some} />}
          </UnreadProvider>
          <RowProblems id={standard.id} isUnread={unread.length > 0} />
        </td>
        <td className="standards-told">
          <LastChange told={told} />
        </td>
      </tr>
      <ClauseRow {...clause} columns={4} />
    </>
  );
}

interface RowProblemsOf {
  readonly id: string;
  /** Whether something stands in a field of it that is not in the draft: what the draft says is then not what is seen. */
  readonly isUnread: boolean;
}

/** What is wrong with a standard of the draft, or worth knowing of it, but for what its fields say already. */
function RowProblems({ id, isUnread }: RowProblemsOf) {
  const view = useDraftView();
  if (isUnread) return null;
  return SECTIONS.flatMap((section) => view.problemsOf(`/${section}/${id}`))
    .filter((problem) => saidByField(problem, view).length === 0)
    .map(({ code, message, severity }) => (
      <p key={code + message} className={severity === 'error' ? 'standards-wrong' : 'standards-note'}>
        {message}
      </p>
    ));
}

/**
 * Which version changed the county's standard last, from when on, and who published it; of one that the draft changes that it
 * does, and what is in force.
 */
function LastChange({ told: { standard, shape } }: { readonly told: Told }) {
  const who = useWho();
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { value, isChanged, lastChangeOf } = useDraftView();
  const { id, cityValue } = standard;
  if (isChanged(id)) {
    const own = valueAt(value ?? {}, ['standards', id]) ?? cityValue;
    const before = shape.kind === 'figure' && typeof standard.value !== 'object' ? standard.value : own;
    if (shape.kind === 'figure' && own !== before)
      return <small>{words.changedFrom(figureWords(before as YamlValue, shape.unit, language))}</small>;
    // Written out as it holds already, the figure is no other.
    if (shape.kind !== 'figure' || keyedIn(value, id) !== undefined) return <small>{words.changed}</small>;
  }
  const last = lastChangeOf(id);
  if (last === null) return null;
  const parts = words.lastChange(last.version, last.from, who(last.by)).split(/(?<=[，,] ?)/);
  return (
    <small>
      {parts.map((part) => (
        <span key={part} className="standards-part">
          {part}
        </span>
      ))}
    </small>
  );
}

function OwnField({ told }: { readonly told: Told }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const floorWords = useFloorWords();
  const { value, missesOf, mayWrite, change } = useDraftView();
  const { standard, shape } = told;
  const path: Path = ['standards', standard.id];
  const own = valueAt(value ?? {}, path);
  const label = standard.label[language];
  const city = standard.cityValue as YamlValue;
  if (shape.kind === 'figure') {
    if (own === undefined && isAtBest(standard, { value: city, unit: standard.unit }))
      return words.asCity(figureWords(city, shape.unit, language));
    if (typeof own === 'object') return <p className="aside">{words.otherShape}</p>;
    return (
      <FigureInput
        label={label}
        unit={shape.unit}
        own={own}
        city={city}
        wrong={missesOf(standard.id).map((miss) => floorWords(miss, told))}
        disabled={!mayWrite}
        describedBy={floorOf(standard.id)}
        onFigure={(figure) => change(path, figure)}
      />
    );
  }
  if (shape.kind === 'written') return <p className="aside">{words.onlyWritten}</p>;
  const whole = missesOf(standard.id).filter(({ at }) => at.length === 0);
  return (
    <>
      {'unit' in shape ? <FiguresTable told={told} shape={shape} /> : null}
      {shape.kind === 'list' ? <ListField told={told} items={shape.items} /> : null}
      {shape.kind === 'boolean' ? <BooleanField told={told} /> : null}
      {whole.map((miss) => (
        <p key={miss.keyword} role="status" className="standards-wrong">
          {floorWords(miss, told)}
        </p>
      ))}
    </>
  );
}
