import type { EffectiveRules } from '../../api/effective.ts';
import type { Matrix } from '../../api/matrix.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { HeadingFields } from '../form/heading-fields.tsx';
import type { DraftView } from '../form/view.ts';
import { formWords } from '../form/words.ts';
import { productGroups } from '../product-groups.ts';
import { ProductLinks } from '../product-links.tsx';
import { valueAt } from '../text/yaml-value.ts';
import { CityRow } from './city-row.tsx';
import { cityWords } from './words.ts';

/** The rules of a city that are in force where its draft begins, as its form needs them. */
export interface CityRules {
  readonly effective: EffectiveRules;
  readonly rows: Matrix['standards'];
  readonly products: Matrix['products'];
}

interface CityFormOf {
  readonly rules: CityRules;
  readonly heading: Pick<DraftView, 'value' | 'mayWrite' | 'change' | 'problemsOf' | 'startReason'>;
}

/** The form of a city's draft: every figure of its standards by product, beside the one in force. All else is written as text. */
export function CityForm({ rules, heading }: CityFormOf) {
  const { language } = useLanguage();
  const words = useWords(cityWords);
  const form = useWords(formWords);
  const { effective, rows, products } = rules;
  const { value, mayWrite, change, problemsOf } = heading;
  if (value === null) return <p role="alert">{words.nothingHere}</p>;
  const groups = productGroups(
    rows.filter(({ id }) => effective.standards[id] !== undefined && valueAt(value, ['standards', id]) !== undefined),
    products,
  );
  const nameOf = (group: string) => products[group]?.[language] ?? form.others;
  return (
    <div className="standards-form">
      <ProductLinks groups={groups} nameOf={nameOf} />
      <p className="aside standards-hint">{words.hint}</p>
      <HeadingFields {...heading} hasReason={false} />
      {groups.map(({ group, rows: inGroup }) => (
        <section key={group} id={`product-${group}`} aria-label={nameOf(group)}>
          <h2>{nameOf(group)}</h2>
          <table className="standards-table">
            <thead>
              <tr>
                <th scope="col">{form.standard}</th>
                <th scope="col">{words.inForce}</th>
                <th scope="col">{words.drafted}</th>
              </tr>
            </thead>
            <tbody>
              {inGroup.map((row) => {
                const standard = effective.standards[row.id];
                return standard === undefined ? null : (
                  <CityRow
                    key={row.id}
                    standard={standard}
                    row={row}
                    effective={effective}
                    value={value}
                    problems={problemsOf(`/standards/${row.id}`)}
                    mayWrite={mayWrite}
                    change={change}
                  />
                );
              })}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
