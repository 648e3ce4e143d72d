import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Label, useLanguage } from '../language/language.tsx';
import { type Matrix, matrixQuery } from './matrix.ts';
import { useCityOf, usePlaces } from './places.ts';

type Row = Matrix['standards'][number];

/** By county of a city, the first day after that of its matrix on which other rules come into force there. */
export function useScheduledDays({ date, city: { code: city } }: Matrix): Readonly<Record<string, string>> {
  const { data: places } = usePlaces();
  return useMemo(() => {
    const own = (places ?? []).filter((place) => (place.city ?? place.code) === city);
    const later = own.flatMap(({ code, periods }) => {
      const next = periods.find(({ from, version }) => from > date && version !== null);
      return next === undefined ? [] : [[code, next.from] as const];
    });
    return later.length === 0 ? NO_DAYS : Object.fromEntries(later);
  }, [places, date, city]);
}

/** The same object and function wherever nothing is scheduled, so that what was drawn before that was known is not drawn again. */
const NO_DAYS: Readonly<Record<string, string>> = {};
const NOTHING_LATER: FigureLater = () => null;

/** What a county's figure is to become, and from when; words null: it is no longer set. */
export interface ScheduledFigure {
  readonly from: string;
  readonly words: Label | null;
}

/** What a figure of a county is to become; null where it stays. */
type FigureLater = (row: Row, county: string) => ScheduledFigure | null;

/** Days that are looked at: of more only the first, each is an answer as large as the overview. */
const MOST_DAYS = 3;

/**
 * What figures become when the next rules of a county come into force; null where one stays as it is, or is not known yet.
 * @param place the city of the counties, or one of them
 */
export function useScheduledFigures(days: Readonly<Record<string, string>>, place: string): FigureLater {
  const { language } = useLanguage();
  const city = useCityOf(place);
  const asked = [...new Set(Object.values(days))].sort().slice(0, MOST_DAYS);
  const later = useQueries({
    queries: asked.map((date) => ({
      ...matrixQuery(date, city ?? null, language),
      enabled: city !== undefined,
      staleTime: 60_000,
    })),
    combine: (found) => found.map(({ data }) => data),
  });
  return useMemo((): FigureLater => {
    if (later.every((matrix) => matrix === undefined)) return NOTHING_LATER;
    const rows = new Map(
      later.flatMap((matrix) =>
        matrix === undefined
          ? []
          : [[matrix.date, new Map(matrix.standards.map((row) => [keyOf(row), row] as const))] as const],
      ),
    );
    return (row, county) => {
      const from = days[county];
      const on = from === undefined ? undefined : rows.get(from);
      if (from === undefined || on === undefined) return null;
      const words = figureOf(on.get(keyOf(row)), county);
      return words?.zh === figureOf(row, county)?.zh ? null : { from, words };
    };
  }, [later, days]);
}

/** What a standard is known by on another date as well. */
const keyOf = ({ id, unit, by }: Row) => `${id} ${unit} ${by.join()}`;

const figureOf = (row: Row | undefined, county: string): Label | null =>
  row === undefined ? null : (row.counties[county]?.words ?? row.words);
