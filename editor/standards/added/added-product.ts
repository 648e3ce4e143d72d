import { changedText } from '../text/change-text.ts';
import { readText } from '../text/read-text.ts';
import { isYamlList, isYamlMap, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { textWithAdditions } from './additions-text.ts';

/** A product of the county's own that pays part of what a bill still leaves to a person, after all layers of the city. */
export interface AddedProduct {
  /** Its id, and that of its layer, its rule and the first part of its standards. */
  readonly id: string;
  readonly name: Named;
  /** Who pays it. */
  readonly payer: Named;
  readonly claimType: string;
  /** For whom: a fact of the claim, and which of its items. */
  readonly whom: { readonly fact: string; readonly items: readonly (string | number | boolean)[] };
  /** What of the bill it pays from, in this order. */
  readonly pots: readonly string[];
  readonly ratio: number;
  /** CNY of each claim that it does not pay; null without. */
  readonly deductible: number | null;
  /** CNY per person and year; null without. */
  readonly annualCap: number | null;
}

/** A name, with its English one where there is one. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** An id of rules: camelCase. */
export const ID = /^[a-z][A-Za-z0-9]{0,40}$/;

/** What a county's text gains by a product: under each head of `adds` what is new. */
function additionsOf(product: AddedProduct): YamlMap {
  const { id, name, whom, pots, ratio, deductible, annualCap } = product;
  const payer = `${id}Payer`;
  const label = labelOf(name, '', '');
  const standards: [string, YamlMap][] = [
    [
      `${id}.categories`,
      { value: whom.items, unit: 'list', better: 'wider', label: labelOf(name, '对象', ': for whom') },
    ],
    [
      `${id}.ratio`,
      { value: ratio, unit: 'share', better: 'higher', label: labelOf(name, '赔付比例', ': share paid') },
    ],
  ];
  if (deductible !== null)
    standards.push([
      `${id}.deductible`,
      {
        value: deductible,
        unit: 'CNY',
        better: 'lower',
        label: labelOf(name, '起付线（每次）', ': deductible per claim'),
      },
    ]);
  if (annualCap !== null)
    standards.push([
      `${id}.annualCap`,
      { value: annualCap, unit: 'CNY', better: 'higher', label: labelOf(name, '年度封顶线', ': cap of the year') },
    ]);
  return {
    payers: { [payer]: { label: labelOf(product.payer, '', '') } },
    products: { [id]: { label } },
    layers: [{ name: id, label, payer, product: id }],
    standards: Object.fromEntries(standards),
    ...(annualCap === null
      ? {}
      : {
          limits: [
            {
              name: `${id}Year`,
              label: labelOf(name, '年度封顶', ': cap of the year'),
              over: [id],
              per: 'year',
              atMost: `$${id}.annualCap`,
            },
          ],
        }),
    rules: [
      {
        name: id,
        layer: id,
        label,
        conditions: {
          all: [
            { fact: 'claim.type', operator: 'equal', value: product.claimType },
            { fact: whom.fact, operator: 'in', value: { fact: `$${id}.categories` } },
          ],
        },
        event: {
          type: 'reimburse',
          params: {
            of: pots,
            ...(deductible === null ? {} : { deductible: `$${id}.deductible` }),
            ratio: `$${id}.ratio`,
          },
        },
      },
    ],
  };
}

function labelOf({ zh, en }: Named, zhMore: string, enMore: string): YamlMap {
  return en === '' ? { zh: zh + zhMore } : { zh: zh + zhMore, en: en + enMore };
}

/**
 * A county's text with a product of its own, all else as it was.
 * @throws Uneditable where the text cannot be read, or is written in a way that cannot be added to
 */
export function textWithProduct(text: string, product: AddedProduct): string {
  return textWithAdditions(text, additionsOf(product));
}

/**
 * A county's text without one of its own products: its layers, rules, limits and standards go with it, and its payer where
 * nobody else pays by it.
 * @throws Uneditable where the text cannot be changed so
 */
export function textWithoutProduct(text: string, id: string): string {
  const adds = valueAt(readText(text)?.value, ['adds']);
  if (!isYamlMap(adds)) return text;
  const layers = listIn(adds.layers);
  const gone = layers.filter(({ product }) => product === id).map(({ name }) => String(name));
  const stays = layers.filter(({ product }) => product !== id);
  const payers = new Set(stays.map(({ payer }) => payer));
  const orphans = layers.filter(({ product, payer }) => product === id && !payers.has(payer)).map(({ payer }) => payer);
  const rest: Readonly<Record<string, YamlValue>> = {
    payers: without(adds.payers, (key) => orphans.includes(key)),
    products: without(adds.products, (key) => key === id),
    layers: stays,
    standards: without(adds.standards, (key) => [id, ...gone].includes(key.split('.')[0] ?? '')),
    limits: listIn(adds.limits).filter(
      ({ over }) => !(isYamlList(over) && over.every((one) => gone.includes(String(one)))),
    ),
    rules: listIn(adds.rules).filter(({ layer }) => !gone.includes(String(layer))),
  };
  const next = Object.fromEntries(
    Object.entries(adds)
      .map(([head, value]) => [head, rest[head] ?? value] as const)
      .filter(([, value]) => !isEmpty(value)),
  );
  return changedText(text, ['adds'], Object.keys(next).length === 0 ? undefined : next);
}

function listIn(value: YamlValue | undefined): readonly YamlMap[] {
  return isYamlList(value) ? value.filter(isYamlMap) : [];
}

function without(value: YamlValue | undefined, isGone: (key: string) => boolean): YamlMap {
  return Object.fromEntries(Object.entries(isYamlMap(value) ? value : {}).filter(([key]) => !isGone(key)));
}

function isEmpty(value: YamlValue): boolean {
  return isYamlList(value) ? value.length === 0 : isYamlMap(value) && Object.keys(value).length === 0;
}
