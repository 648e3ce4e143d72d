import { labelOf } from '../../domain/label.ts';
import { compareValues } from '../compare-values.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override } from '../language.ts';
import { productOf } from '../layers.ts';
import { underOwnKey } from '../own-key.ts';
import { stepInto } from '../positions.ts';
import { didYouMean, listed, standardNamed } from '../words.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';
import { checkCityStandards } from './county-heading.ts';
import { checkRepeated } from './names.ts';

/** A product is waived only where the city allows it, for an insurance whose figures are the product's and some are higher. */
export function* checkWaivers(
  { waivers, keyedStandards = {} }: Pick<Override, 'waivers' | 'keyedStandards'>,
  city: EffectiveRuleSet,
): Generator<Complaint> {
  const products = (waivers ?? []).map(({ product }) => product);
  yield* checkRepeated(products, (index) => `/waivers/${index}/product`, 'wordProduct');
  for (const [index, { product, standards }] of (waivers ?? []).entries()) {
    const at = `/waivers/${index}`;
    const known = city.products.get(product);
    if (known === undefined) {
      const waivable = [...city.products].filter(([, one]) => one.waivable).map(([id]) => id);
      const args = { given: product, known: listed(waivable), meant: didYouMean(product, city.products.keys()) };
      yield wrong('unknownProduct', `${at}/product`, args);
      continue;
    }
    if (!known.waivable) yield wrong('notWaivable', `${at}/product`, { product, label: known.label });
    yield* checkCityStandards(standards, city, `${at}/standards`);
    yield* checkReplacement(standards, keyedStandards, product, city, `${at}/standards`);
  }
}

function* checkReplacement(
  standards: NonNullable<Override['standards']>,
  keyedStandards: NonNullable<Override['keyedStandards']>,
  product: string,
  city: EffectiveRuleSet,
  pointer: string,
): Generator<Complaint> {
  let above = Object.entries(keyedStandards).some(([id, { by, value }]) => {
    const standard = city.standards.get(id);
    if (standard === undefined || productOf(id, city.layers) !== product) return false;
    const keyed = underOwnKey(standard, by);
    return compareValues(keyed, keyed.value, value) === 'better';
  });
  for (const [id, value] of Object.entries(standards)) {
    const standard = city.standards.get(id);
    if (standard === undefined) continue;
    if (productOf(id, city.layers) !== product) {
      yield wrongKey('standardOfOtherProduct', stepInto(pointer, id), {
        standard: id,
        label: standard.label,
        named: standardNamed(id, standard.label),
        product,
      });
    } else if (compareValues(standard, standard.value, value) === 'better') above = true;
  }
  const label = city.products.get(product)?.label ?? labelOf(product, product);
  if (!above) yield wrongKey('waiverNotHigher', pointer, { product, label });
}
