import { Button } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useOpened } from '../../shell/use-opened.ts';
import { FigureInput } from '../form/figure-input.tsx';
import { useDraftView } from '../form/view.ts';
import { type FigureUnit, isStandardUnit } from '../text/figure-reading.ts';
import { isYamlMap, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { AddedPart } from './added-part.tsx';
import { textWithoutProduct, textWithProduct } from './added-product.ts';
import { choicesOf } from './choices.ts';
import { labelText } from './label-text.ts';
import { ProductDialog } from './product-dialog.tsx';
import { useTextChange } from './use-text-change.ts';
import { addedWords } from './words.ts';

interface AddedOf {
  /** The draft's text as typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The products that a draft adds to the city's: their figures, a guided form for another one, and a way to take one out. */
export function AddedProducts({ text, onText }: AddedOf) {
  const words = useWords(addedWords);
  const { value, effective, mayWrite } = useDraftView();
  const { isOpen, opener, focusOpener, open: ask, close } = useOpened();
  const { isUneditable, change } = useTextChange(onText);
  const adds = mapAt(value, ['adds']);
  const products = Object.entries(mapAt(adds, ['products']));
  const [first, ...others] = choicesOf(effective);
  const known = new Set([
    ...Object.keys(effective.products),
    ...effective.layers.filter(({ origin }) => origin === 'city').map(({ name }) => name),
    ...Object.keys(effective.standards).map((id) => id.split('.')[0]),
    ...Object.keys(mapAt(adds, ['standards'])).map((id) => id.split('.')[0]),
    ...products.map(([id]) => id),
  ]);
  return (
    <section className="standards-added" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      {products.length === 0 ? <p className="aside">{words.none}</p> : null}
      {products.map(([id, product]) => (
        <Product
          key={id}
          id={id}
          product={product}
          remove={() => change(() => textWithoutProduct(text, id)) && focusOpener()}
        />
      ))}
      {isUneditable && !isOpen ? <p role="alert">{words.cannot}</p> : null}
      {mayWrite && first !== undefined ? (
        <Button ref={opener} onClick={ask}>
          {words.add}
        </Button>
      ) : null}
      {isOpen && first !== undefined ? (
        <ProductDialog
          choices={[first, ...others]}
          code={freeCode(known)}
          isUneditable={isUneditable}
          isTaken={(id) => known.has(id)}
          onProduct={(product) => change(() => textWithProduct(text, product)) && close()}
          close={close}
        />
      ) : null}
    </section>
  );
}

interface ProductOf {
  readonly id: string;
  readonly product: YamlValue;
  readonly remove: () => void;
}

function Product({ id, product, remove }: ProductOf) {
  const { language } = useLanguage();
  const words = useWords(addedWords);
  const { value, mayWrite, change } = useDraftView();
  const name = labelText(product, language) ?? id;
  const standards = Object.entries(mapAt(value, ['adds', 'standards'])).filter(([key]) => key.startsWith(`${id}.`));
  return (
    <AddedPart name={name} removeTitle={words.removeTitle(name)} remove={remove}>
      <table className="standards-keyed">
        <tbody>
          {standards.map(([key, standard]) => {
            const label = labelText(standard, language) ?? key;
            const unit = unitOf(standard);
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>
                  {unit === null ? (
                    <span className="aside">{words.inText}</span>
                  ) : (
                    <FigureInput
                      label={label}
                      unit={unit}
                      own={valueAt(standard, ['value'])}
                      city={undefined}
                      wrong={[]}
                      disabled={!mayWrite}
                      onFigure={(figure) => figure !== undefined && change(['adds', 'standards', key, 'value'], figure)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </AddedPart>
  );
}

/** The unit of a standard that is one figure; null of another. */
function unitOf(standard: YamlValue): FigureUnit | null {
  const unit = valueAt(standard, ['unit']);
  const isFigure = typeof valueAt(standard, ['value']) !== 'object' && valueAt(standard, ['by']) === undefined;
  return isStandardUnit(unit) && isFigure ? unit : null;
}

function mapAt(value: YamlValue | undefined, path: readonly string[]): YamlMap {
  const found = valueAt(value, path);
  return isYamlMap(found) ? found : {};
}

function freeCode(known: ReadonlySet<string | undefined>): string {
  const code = 'addedCover';
  for (let number = 1; ; number += 1)
    if (!known.has(number === 1 ? code : code + number)) return number === 1 ? code : code + number;
}
