import { useLanguage, useWords } from '../../language/language.tsx';
import { clauseWords } from '../clause/words.ts';
import { productGroups } from '../product-groups.ts';
import { ProductLinks } from '../product-links.tsx';
import { HeadingFields } from './heading-fields.tsx';
import { RowFrame } from './row-frame.tsx';
import { type DraftView, useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** The form of a draft: every standard of the city by product, with a field for the county's own. */
export function StandardsForm() {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const clause = useWords(clauseWords);
  const view = useDraftView();
  const { effective, rows, products, value } = view;
  if (value === null) return <p role="alert">{words.unreadable}</p>;
  const known = rows.filter(({ id }) => (effective.standards[id]?.cityValue ?? null) !== null);
  const groups = productGroups(known, products);
  const nameOf = (group: string) => products[group]?.[language] ?? words.others;
  return (
    <div className="standards-form">
      <ProductLinks groups={groups} nameOf={nameOf} />
      <p className="aside standards-hint">
        {clause.hint} {view.mayWrite ? <span className="standards-by-key">{clause.byKey}</span> : null}
      </p>
      <HeadingFields {...view} />
      {groups.map(({ group, rows: inGroup }) => {
        const isFixed = ({ id }: (typeof known)[number]) => effective.standards[id]?.county === 'fixed';
        const fixed = inGroup.filter(isFixed);
        const open = inGroup.filter((row) => !isFixed(row));
        return (
          <section key={group} id={`product-${group}`} aria-label={nameOf(group)}>
            <h2>{nameOf(group)}</h2>
            {open.length === 0 ? null : <StandardsTable rows={open} />}
            {fixed.length === 0 ? null : (
              <details>
                <summary>{words.fixedCount(fixed.length)}</summary>
                <StandardsTable rows={fixed} />
              </details>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Standards, a row each. */
function StandardsTable({ rows }: { readonly rows: DraftView['rows'] }) {
  const words = useWords(formWords);
  const view = useDraftView();
  return (
    <table className="standards-table">
      <thead>
        <tr>
          <th scope="col">{words.standard}</th>
          <th scope="col">{words.city}</th>
          <th scope="col">{words.own}</th>
          <th scope="col">{words.told}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const standard = view.effective.standards[row.id];
          return standard === undefined ? null : <RowFrame key={row.id} standard={standard} row={row} view={view} />;
        })}
      </tbody>
    </table>
  );
}
