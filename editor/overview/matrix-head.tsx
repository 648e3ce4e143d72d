import { useMemo } from 'react';
import type { Matrix } from '../api/matrix.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Across } from './across.tsx';
import { headHeight } from './matrix-sizes.ts';
import type { ShownColumns } from './shown-columns.ts';
import { overviewWords } from './words.ts';

interface MatrixHeadOf {
  readonly matrix: Matrix;
  /** Of counties, by code: the first day after the date on which other rules come into force there. */
  readonly scheduled: Readonly<Record<string, string>>;
  readonly columns: ShownColumns;
  /** In pixels, as `useHeadHeight` tells. */
  readonly height: number;
}

/** The names of the counties in sight, and from when on other rules hold there. */
export function MatrixHead({ matrix, scheduled, columns, height }: MatrixHeadOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  return (
    <thead>
      <tr aria-rowindex={1} style={{ minHeight: height }}>
        <th scope="col" aria-colindex={1}>
          {words.standard}
        </th>
        <th scope="col" aria-colindex={2}>
          {words.city}
        </th>
        <Across columns={columns}>
          {(index) => {
            const { code, name } = matrix.jurisdictions[index] as Matrix['jurisdictions'][number];
            return (
              <th scope="col" key={code} aria-colindex={3 + index}>
                {name[language]}
                {scheduled[code] === undefined ? null : <small>→ {words.otherFrom(scheduled[code])}</small>}
              </th>
            );
          }}
        </Across>
      </tr>
    </thead>
  );
}

/** How high the head is, in pixels, with every county's name whole. */
export function useHeadHeight({ matrix, scheduled }: Pick<MatrixHeadOf, 'matrix' | 'scheduled'>): number {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  return useMemo(
    () =>
      headHeight(
        matrix.jurisdictions.map(({ name }) => name[language]),
        Object.values(scheduled).map((date) => `→ ${words.otherFrom(date)}`),
      ),
    [matrix, scheduled, language, words],
  );
}
