import { Button, Checkbox, Select } from 'antd';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Matrix, useMatrix } from '../api/matrix.ts';
import { usePlaces } from '../api/places.ts';
import { useScheduledDays, useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { DateChoice } from '../shell/date-choice.tsx';
import { NoRules } from '../shell/no-rules.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { shellWords } from '../shell/words.ts';
import { CityChoice, useChosenPlace } from './city-choice.tsx';
import { MatrixCards } from './matrix-cards.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { largestRaise } from './raise.ts';
import { useNarrow } from './use-narrow.ts';
import { overviewWords } from './words.ts';
import './overview.css';

const ClaimView = lazy(async () => ({ default: (await import('./claim-view.tsx')).ClaimView }));
const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));

/** Every standard in every county against the city's floor; what is chosen stands in the address, so that it can be passed on. */
export function Overview() {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const shell = useWords(shellWords);
  const [address, setAddress] = useSearchParams();
  // What is chosen is shown at once; the address, and what is made of it, follow.
  const [choice, setChoice] = useState(address);
  useEffect(() => setChoice(address), [address]);
  const followed = useDeferredValue(choice);
  const place = useChosenPlace(followed.get('city'));
  const { data, error, isPending, refetch } = useMatrix(followed.get('date'), place);
  const { isPending: isAskingPlaces } = usePlaces();
  const choose: Choose = (changed) => {
    const next = new URLSearchParams(choice);
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setChoice(next);
    setAddress(next, { replace: true });
  };
  // Of another city, what was chosen within this one says nothing.
  const chooseCity = (city: string) => setAddress({ ...ofAnyCity(choice), city }, { replace: true });
  // Where there are several cities, which of them is meant is known once the places are.
  if (isPending || (error !== null && isAskingPlaces)) return <Waiting />;
  if (error !== null)
    return (
      <>
        <h1>{shell.overview}</h1>
        <div className="choices">
          <CityChoice place={place} choose={chooseCity} />
          <DateChoice value={choice.get('date') ?? ''} choose={(date) => choose({ date })} />
        </div>
        <NoRules
          error={error}
          code={place}
          date={choice.get('date')}
          choose={(date) => choose({ date })}
          again={() => void refetch()}
        />
      </>
    );
  const byClaim = choice.get('view') === 'claim';
  const view = (name: string | null) => {
    const next = new URLSearchParams(choice);
    if (name === null) next.delete('view');
    else next.set('view', name);
    return `?${next}`;
  };
  return (
    <>
      <h1>
        {data.city.name[language]} · {shell.overview}
      </h1>
      <p className="aside">
        {data.chosen ? words.nearestDate(data.date) : words.asOfDate(data.date)}
        {shell.between}
        {summary(data, words.countiesRaised)}
      </p>
      <div className="choices">
        <CityChoice place={place} choose={chooseCity} />
        <nav aria-label={words.view} className="overview-views">
          <Link to={view(null)} replace aria-current={byClaim ? undefined : 'page'}>
            {words.viewStandards}
          </Link>
          <Link to={view('claim')} replace aria-current={byClaim ? 'page' : undefined}>
            {words.viewClaim}
          </Link>
        </nav>
        <DateChoice value={choice.get('date') ?? data.date} choose={(date) => choose({ date })} />
        {byClaim ? null : <StandardChoices matrix={data} choice={choice} choose={choose} />}
      </div>
      {byClaim ? (
        <Suspense fallback={<Waiting />}>
          <ClaimView matrix={data} claim={choice.get('claim')} choose={(claim) => choose({ claim })} />
        </Suspense>
      ) : (
        <Standards matrix={data} choice={followed} choose={choose} />
      )}
    </>
  );
}

/** Of what is chosen, that which holds for any city. */
function ofAnyCity(choice: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['date', 'view', 'order', 'raised'].flatMap((name) => {
      const value = choice.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

type Choose = (changed: Readonly<Record<string, string | null>>) => void;

interface ChosenOf {
  readonly matrix: Matrix;
  readonly choice: URLSearchParams;
  readonly choose: Choose;
}

/** The choices, drawn behind the first figures: they take as long as these, and nobody chooses before there is anything to see. */
function StandardChoices(of: ChosenOf) {
  const isTime = useDeferredValue(true, false);
  return isTime ? <DrawnChoices {...of} /> : <span className="overview-room" />;
}

/** Which standards are shown in which order, and the files they are handed out as. */
function DrawnChoices({ matrix, choice, choose }: ChosenOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const products = Object.entries(matrix.products).map(([value, label]) => ({ value, label: label[language] }));
  const chosen = {
    product: choice.get('product'),
    order: choice.get('order'),
    raised: choice.get('raised') !== null,
    overtaken: choice.get('overtaken') !== null,
  };
  const someOvertaken = matrix.standards.some((row) => Object.keys(row.overtaken).length > 0);
  const exported = () => ({ matrix, rows: chosenRows(matrix, chosen), language, words });
  return (
    <>
      <Select
        aria-label={words.productFilter}
        style={{ minWidth: 160 }}
        value={choice.get('product') ?? ''}
        onChange={(value) => choose({ product: value === '' ? null : value })}
        options={[{ value: '', label: words.allProducts }, ...products]}
      />
      <Select
        aria-label={words.order}
        style={{ minWidth: 130 }}
        value={choice.get('order') ?? ''}
        onChange={(value) => choose({ order: value === '' ? null : value })}
        options={[
          { value: '', label: words.byText },
          { value: 'raise', label: words.byRaise },
        ]}
      />
      <Checkbox
        checked={choice.get('raised') !== null}
        onChange={({ target }) => choose({ raised: target.checked ? '1' : null })}
      >
        {words.onlyRaised}
      </Checkbox>
      {someOvertaken || chosen.overtaken ? (
        <Checkbox
          checked={chosen.overtaken}
          onChange={({ target }) => choose({ overtaken: target.checked ? '1' : null })}
        >
          {words.onlyOvertaken}
        </Checkbox>
      ) : null}
      <span>
        <Button size="small" onClick={() => void import('./export.ts').then(({ saveCsv }) => saveCsv(exported()))}>
          {words.saveCsv}
        </Button>{' '}
        <Button size="small" onClick={() => void import('./export.ts').then(({ saveXlsx }) => saveXlsx(exported()))}>
          {words.saveXlsx}
        </Button>
      </span>
    </>
  );
}

function Standards({ matrix, choice, choose }: ChosenOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const narrow = useNarrow();
  const product = choice.get('product');
  const order = choice.get('order');
  const raised = choice.get('raised') !== null;
  const overtaken = choice.get('overtaken') !== null;
  const rows = useMemo(
    () => chosenRows(matrix, { product, order, raised, overtaken }),
    [matrix, product, order, raised, overtaken],
  );
  const scheduled = useScheduledDays(matrix);
  const scheduledFigure = useScheduledFigures(scheduled, matrix.city.code);
  // The same function throughout, so that opening a history does not draw thousands of cells again.
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  const open = useCallback((standard: string, code: string) => latest.current({ history: standard, at: code }), []);
  const history = choice.get('history');
  const label = matrix.standards.find(({ id }) => id === history)?.label[language];
  return (
    <>
      {rows.length === 0 ? (
        <p>{words.noStandards}</p>
      ) : narrow ? (
        <MatrixCards matrix={matrix} rows={rows} scheduledFigure={scheduledFigure} open={open} />
      ) : (
        <MatrixTable
          matrix={matrix}
          rows={rows}
          scheduled={scheduled}
          scheduledFigure={scheduledFigure}
          grouped={order === null}
          open={open}
        />
      )}
      {history === null || label === undefined ? null : (
        <Suspense fallback={null}>
          <History
            standard={history}
            label={label}
            code={choice.get('at') ?? matrix.city.code}
            close={() => choose({ history: null, at: null })}
          />
        </Suspense>
      )}
    </>
  );
}

/** Which standards are shown, and whether the largest raise comes first. */
interface RowChoice {
  readonly product: string | null;
  readonly order: string | null;
  readonly raised: boolean;
  readonly overtaken: boolean;
}

/** The standards that are chosen, in the order that is chosen. */
function chosenRows(matrix: Matrix, { product, order, raised, overtaken }: RowChoice): Matrix['standards'] {
  const rows = matrix.standards.filter(
    (row) =>
      (product === null || row.product === product) &&
      (!raised || Object.keys(row.counties).length > 0) &&
      (!overtaken || Object.keys(row.overtaken).length > 0),
  );
  return order === 'raise' ? rows.sort((a, b) => largestRaise(b) - largestRaise(a)) : rows;
}

function summary({ standards }: Matrix, words: (standards: number, counties: number) => string): string {
  const raised = standards.filter(({ counties }) => Object.keys(counties).length > 0);
  const counties = new Set(raised.flatMap((row) => Object.keys(row.counties)));
  return words(raised.length, counties.size);
}
