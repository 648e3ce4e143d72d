import { Checkbox, Select, Spin } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Matrix, useMatrix } from '../api/matrix.ts';
import { useLanguage } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { MatrixTable } from './matrix-table.tsx';

/** Every standard in every county against the city's floor; what is chosen stands in the address, so that it can be passed on. */
export function Overview() {
  const { language, words } = useLanguage();
  const [choice, setChoice] = useSearchParams();
  const { data, error, isPending, refetch } = useMatrix(choice.get('date'));
  const choose = (name: string, value: string | null) =>
    setChoice(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const product = choice.get('product');
  const raised = choice.get('raised') !== null;
  const rows = useMemo(() => chosenRows(data, product, raised), [data, product, raised]);
  if (isPending) return <Spin description={words.loading}>{<div style={{ minHeight: 200 }} />}</Spin>;
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  const products = Object.entries(data.products).map(([value, label]) => ({ value, label: label[language] }));
  return (
    <>
      <h1>
        {data.city.name[language]} · {words.overview}
      </h1>
      <p className="aside">
        {data.chosen ? words.nearestDate(data.date) : words.asOfDate(data.date)}
        {words.between}
        {summary(data, words.countiesRaised)}
      </p>
      <div className="choices">
        <label>
          {words.date}{' '}
          <input
            type="date"
            className="ant-input"
            style={{ width: 'auto' }}
            value={data.date}
            onChange={({ target }) => {
              if (target.value !== '') choose('date', target.value);
            }}
          />
        </label>
        <Select
          aria-label={words.productFilter}
          style={{ minWidth: 180 }}
          value={product ?? ''}
          onChange={(value) => choose('product', value === '' ? null : value)}
          options={[{ value: '', label: words.allProducts }, ...products]}
        />
        <Checkbox checked={raised} onChange={({ target }) => choose('raised', target.checked ? '1' : null)}>
          {words.onlyRaised}
        </Checkbox>
      </div>
      {rows.length === 0 ? <p>{words.noStandards}</p> : <MatrixTable matrix={data} rows={rows} />}
    </>
  );
}

function chosenRows(matrix: Matrix | undefined, product: string | null, raised: boolean): Matrix['standards'] {
  return (matrix?.standards ?? []).filter(
    (row) => (product === null || row.product === product) && (!raised || Object.keys(row.counties).length > 0),
  );
}

function summary({ standards }: Matrix, words: (standards: number, counties: number) => string): string {
  const raised = standards.filter(({ counties }) => Object.keys(counties).length > 0);
  const counties = new Set(raised.flatMap((row) => Object.keys(row.counties)));
  return words(raised.length, counties.size);
}
