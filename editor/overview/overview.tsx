import { Button, Checkbox, Select } from 'antd';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { type Matrix, useMatrix } from '../api/matrix.ts';
import { usePlaces } from '../api/places.ts';
import { useScheduledDays, useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { DateChoice } from '../shell/date-choice.tsx';
import { NoRules } from '../shell/no-rules.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { shellWords } from '../shell/words.ts';
import { useOwnCounty } from '../standards/county/use-own-county.ts';
import { type Choice, choiceOf, chosenMatrix, chosenRows, summary } from './chosen.ts';
import { CityChoice, useChosenPlace } from './city-choice.tsx';
import { MatrixCards } from './matrix-cards.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { PrintedMatrix } from './printed-matrix.tsx';
import { type Choose, choiceWith, useChoice } from './use-choice.ts';
import { useNarrow } from './use-narrow.ts';
import { usePrinting } from './use-printing.ts';
import { overviewWords } from './words.ts';
import './overview.css';

const ClaimView = lazy(async () => ({ default: (await import('./claim-view.tsx')).ClaimView }));
const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));

/** Every standard in every county against the city's floor; what is chosen stands in the address, so that it can be passed on. */
export function Overview() {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const shell = useWords(shellWords);
  const { choice, followed, choose, chooseCity } = useChoice();
  const place = useChosenPlace(followed.get('city'));
  const { data, error, isPending, refetch } = useMatrix(followed.get('date'), place);
  const { isPending: isAskingPlaces } = usePlaces();
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
  return (
    <div className="overview-page">
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
        <Views choice={choice} />
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
    </div>
  );
}

/** The overview by standard or by claim. */
function Views({ choice }: { readonly choice: URLSearchParams }) {
  const words = useWords(overviewWords);
  const byClaim = choice.get('view') === 'claim';
  const to = (view: string | null) => `?${choiceWith(choice, { view })}`;
  return (
    <nav aria-label={words.view} className="overview-views">
      <Link to={to(null)} replace aria-current={byClaim ? undefined : 'page'}>
        {words.viewStandards}
      </Link>
      <Link to={to('claim')} replace aria-current={byClaim ? 'page' : undefined}>
        {words.viewClaim}
      </Link>
    </nav>
  );
}

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
  const own = useOwnCounty();
  const chosen = choiceOf(choice);
  const someOvertaken = matrix.standards.some((row) => Object.keys(row.overtaken).length > 0);
  const exported = () => {
    const rows = chosenRows(matrix, chosen);
    return { matrix: chosenMatrix(matrix, rows, chosen, own), rows, language, words };
  };
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
        {words.onlyDiffering}
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
  const printing = usePrinting();
  const own = useOwnCounty();
  const { product, order, raised, overtaken } = choiceOf(choice);
  const [rows, shown] = useMemo(() => {
    const chosen: Choice = { product, order, raised, overtaken };
    const found = chosenRows(matrix, chosen);
    return [found, chosenMatrix(matrix, found, chosen, own)] as const;
  }, [matrix, product, order, raised, overtaken, own]);
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
      ) : printing ? (
        <PrintedMatrix matrix={shown} rows={rows} scheduledFigure={scheduledFigure} />
      ) : narrow ? (
        <MatrixCards matrix={shown} rows={rows} scheduledFigure={scheduledFigure} open={open} />
      ) : (
        <MatrixTable
          matrix={shown}
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
