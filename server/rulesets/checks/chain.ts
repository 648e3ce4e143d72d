import type { LayerDeclaration, RuleSet } from '../language.ts';
import { BILL } from '../pots.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, doubtful, wrong, wrongKey } from './complaint.ts';
import { labelsOfNothing } from './labels-of-nothing.ts';
import type { Scope } from './scope.ts';

/** Every rule that pays has a layer, a terms rule has none, and no rule is named as a layer it does not belong to. */
export function* checkRuleLayers(scope: Scope): Generator<Complaint> {
  const layers = scope.layers.map(({ declared }) => declared.name);
  for (const { declared, pointer } of scope.rules) {
    if (pointer === null) continue;
    const { name, layer, event } = declared;
    const known = layer !== undefined && layers.includes(layer);
    if (event.type === 'terms') {
      if (layer !== undefined) yield wrongKey('termsWithLayer', `${pointer}/layer`, { rule: name });
    } else if (layer === undefined) {
      yield wrong('layerMissing', `${pointer}/name`, { rule: name, known: listed(layers) });
    } else if (!known) {
      yield wrong('unknownLayer', `${pointer}/layer`, {
        given: layer,
        known: listed(layers),
        meant: didYouMean(layer, layers),
      });
    }
    if (known && name !== layer && layers.includes(name))
      yield doubtful('ruleNamedAsLayer', `${pointer}/name`, { rule: name });
  }
}

/** A layer's product is declared, and a payer that looks like an id is one of the declared. */
export function* checkLayers(
  scope: Scope,
  layers: readonly LayerDeclaration[] | undefined,
  pointer: string,
): Generator<Complaint> {
  for (const [index, { product, payer }] of (layers ?? []).entries()) {
    const at = `${pointer}/${index}`;
    if (product !== undefined && !scope.products.has(product)) {
      const args = { given: product, known: listed(scope.products), meant: didYouMean(product, scope.products) };
      yield wrong('unknownProduct', `${at}/product`, args);
    }
    const isId = typeof payer === 'string' && /^[a-z][A-Za-z0-9]*$/.test(payer);
    if (isId && scope.payers !== null && scope.payers.size > 0 && !scope.payers.has(payer)) {
      const args = { given: payer, known: listed(scope.payers), meant: didYouMean(payer, scope.payers) };
      yield doubtful('unknownPayer', `${at}/payer`, args);
    }
  }
}

/** What is divided over pots is an item of the bill of some claim type. */
export function* checkCosts(scope: Scope): Generator<Complaint> {
  const items = [...scope.facts]
    .filter(
      ([id, facts]) =>
        id.startsWith(BILL) && facts.some(({ fact }) => fact.type.kind === 'money' && fact.type.partOf === null),
    )
    .map(([id]) => id.slice(BILL.length));
  for (const { declared, pointer } of scope.costs) {
    const { rest, share, atMost } = declared;
    if (pointer !== null && rest !== undefined && share === undefined && atMost === undefined)
      yield wrongKey('costUndivided', `${pointer}/rest`, { item: declared.item });
    if (pointer === null || items.includes(declared.item)) continue;
    const args = { given: declared.item, known: listed(items), meant: didYouMean(declared.item, items) };
    yield wrong('unknownBillItem', `${pointer}/item`, args);
  }
}

/** What is called something in `pots` is made by `costs`: an item of the bill has the label of its fact. */
export function* checkPotLabels({ pots }: RuleSet, scope: Scope): Generator<Complaint> {
  const made = new Set(scope.costs.flatMap(({ declared: { to, rest } }) => (rest === undefined ? [to] : [to, rest])));
  yield* labelsOfNothing(pots, made, '/pots', 'labelOfNoPot');
}
