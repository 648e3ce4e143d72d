import { useMemo } from 'react';
import type { EffectiveRules } from '../../api/effective.ts';
import type { Matrix } from '../../api/matrix.ts';
import { type ScheduledFigure, useScheduledDays, useScheduledFigures } from '../../api/scheduled.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { SIGNS, standingOf } from '../../overview/standing.ts';
import { ClauseButton, ClauseRow, useClauseOpen } from '../clause/clause.tsx';
import { clauseWords } from '../clause/words.ts';
import { productGroups } from '../product-groups.ts';
import { ProductLinks } from '../product-links.tsx';
import { standardsWords } from '../words.ts';

interface CountyTablesOf {
  readonly matrix: Matrix;
  readonly effective: EffectiveRules;
  readonly code: string;
}

/** A county's standards by product beside the city's floor; of the city the floor alone. */
export function CountyTables({ matrix, effective, code }: CountyTablesOf) {
  const { language } = useLanguage();
  const words = useWords(standardsWords);
  const clause = useWords(clauseWords);
  const days = useScheduledDays(matrix);
  const day = days[code];
  const own = useMemo(() => (day === undefined ? {} : { [code]: day }), [code, day]);
  const scheduledIn = useScheduledFigures(own, code);
  const rows = matrix.standards.filter((row) => row.words !== null || row.counties[code] !== undefined);
  const groups = productGroups(rows, matrix.products);
  const isCity = matrix.city.code === code;
  const nameOf = (group: string) => matrix.products[group]?.[language] ?? words.others;
  const tables = groups.map(({ group, rows: inGroup }) => {
    const name = nameOf(group);
    return (
      <section key={group} id={`product-${group}`} className="standards-section" aria-label={words.tableOf(name)}>
        <h2>{name}</h2>
        <table className="standards-table">
          <thead>
            <tr>
              <th scope="col">{words.standard}</th>
              <th scope="col">{words.city}</th>
              {isCity ? null : <th scope="col">{words.county}</th>}
            </tr>
          </thead>
          <tbody>
            {inGroup.map((row) => (
              <CountyRow
                key={`${row.id} ${row.unit}`}
                row={row}
                effective={effective}
                code={isCity ? null : code}
                scheduled={scheduledIn(row, code)}
              />
            ))}
          </tbody>
        </table>
      </section>
    );
  });
  return (
    <>
      <ProductLinks groups={groups} nameOf={nameOf} />
      <p className="aside standards-hint">{clause.hint}</p>
      {tables}
    </>
  );
}

interface CountyRowOf {
  readonly row: Matrix['standards'][number];
  readonly effective: EffectiveRules;
  /** The county beside the city; null for the city alone. */
  readonly code: string | null;
  readonly scheduled: ScheduledFigure | null;
}

function CountyRow({ row, effective, code, scheduled }: CountyRowOf) {
  const { language } = useLanguage();
  const words = useWords(standardsWords);
  const open = useClauseOpen();
  const standard = effective.standards[row.id];
  const cell = code === null ? undefined : row.counties[code];
  const later =
    scheduled === null ? null : (
      <small className="standards-scheduled">
        → {words.scheduled(scheduled.from, scheduled.words?.[language] ?? words.notInForce)}
      </small>
    );
  return (
    <>
      <tr>
        <th scope="row">
          {row.label[language]}
          <small>
            {row.clause === null || standard === undefined ? (
              row.city === null && words.addedByCounty
            ) : (
              <ClauseButton rules={effective} standard={standard} open={open} />
            )}
          </small>
        </th>
        <td>
          {partsOf(row.words?.[language] ?? words.notInForce)}
          {code === null ? later : null}
        </td>
        {code === null ? null : cell === undefined ? (
          <td className="aside">
            {words.sameAsCity}
            {later}
          </td>
        ) : (
          <td className={`standards-${standingOf(cell)}`}>
            <span aria-hidden="true">{SIGNS[standingOf(cell)]} </span>
            <span className="standards-heard">{words[`${cell.fundingOnly ? 'funding' : standingOf(cell)}Sign`]}</span>
            {partsOf(cell.words[language])}
            <small>{words.since(cell.since)}</small>
            {later}
          </td>
        )}
      </tr>
      {standard === undefined ? null : (
        <ClauseRow rules={effective} standard={standard} open={open} columns={code === null ? 2 : 3} />
      )}
    </>
  );
}

/** A figure in words, what it is made of under each other. */
function partsOf(told: string) {
  return told.split(/(?<=[；;]) */).map((part) => (
    <span className="standards-part" key={part}>
      {part}
    </span>
  ));
}
