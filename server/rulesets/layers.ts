import { type Label, labelOf } from '../domain/label.ts';
import type { Layer, Origin } from './effective-rule-set.ts';
import type { LayerDeclaration, Override, RuleSet, Words } from './language.ts';

/**
 * The chain of payers: the city's layers, then the county's. A layer pays in its own period, else in its product's, else
 * in its text's; without `product` it belongs to the product of its own name, where there is one.
 * @param replaced by product, the insurance that takes its place in this county
 */
export function layersOf(
  city: RuleSet,
  county: Override | null,
  replaced: ReadonlyMap<string, Label>,
): readonly Layer[] {
  const added = county?.adds ?? {};
  const products = { ...added.products, ...city.products };
  const payers = { ...added.payers, ...city.payers };
  const layerOf = (declared: LayerDeclaration, origin: Origin): Layer => {
    const { name, label, zh, en, payer, channel, combine, period } = declared;
    const product = declared.product ?? (Object.hasOwn(products, name) ? name : null);
    const own = period ?? (product === null ? undefined : products[product]?.period);
    const text = origin === 'county' && county !== null ? county.effective : city.effective;
    return {
      name,
      label: labelOf(label ?? (zh === undefined ? en : en === undefined ? zh : { zh, en }), name),
      payer: payer === undefined ? null : payerOf(payer, payers),
      product,
      channel: channel?.slice(1) ?? null,
      combine: combine ?? 'sum',
      period: own ?? text,
      origin,
      replacedBy: product === null ? null : (replaced.get(product) ?? null),
    };
  };
  return [
    ...city.layers.map((declared) => layerOf(declared, 'city')),
    ...(added.layers ?? []).map((declared) => layerOf(declared, 'county')),
  ];
}

/** The product a standard belongs to: what its id's first part names, a product or a layer of one. */
export function productOf(standard: string, layers: readonly Layer[]): string {
  const first = standard.split('.')[0] ?? standard;
  return layers.find(({ name }) => name === first)?.product ?? first;
}

/** A payer is one of the declared, by id, or words of the layer's own. */
function payerOf(payer: Words, payers: NonNullable<RuleSet['payers']>): Layer['payer'] {
  const declared = typeof payer === 'string' && Object.hasOwn(payers, payer) ? payers[payer] : undefined;
  if (typeof payer !== 'string' || declared === undefined) {
    const label = labelOf(payer, '');
    return { id: label.zh, label, department: null };
  }
  const { label, department } = declared;
  return {
    id: payer,
    label: labelOf(label, payer),
    department: department === undefined ? null : labelOf(department, payer),
  };
}
