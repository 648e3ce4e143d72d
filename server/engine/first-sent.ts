import { sentItem } from '../rulesets/claim-schema.ts';
import type { ChoiceItems } from '../rulesets/effective-rule-set.ts';

/** The first of a choice's items in a list as claims send it; undefined where it holds none, '' where the list is odd. */
export type FirstSent = (list: unknown) => string | number | undefined;

/** No item is called so, and no default takes its place: the claim is then read the exact way. */
const ODD = '';

/**
 * Made once for generated code, which reads claims as they are sent.
 * @param order the choice's items, in the order in which they count
 * @param known all items of the list fact
 */
export function firstSent(order: ChoiceItems, known: ChoiceItems): FirstSent {
  const items = [...order.keys()];
  const sent = items.map(sentItem);
  const rankOf = new Map([...known.keys()].map((item) => [item, items.indexOf(item)]));
  return (list) => {
    if (list === undefined) return undefined;
    if (!Array.isArray(list)) return ODD;
    let first = items.length;
    for (const item of list) {
      const rank = rankOf.get(String(item));
      if (rank === undefined) return ODD;
      if (rank >= 0 && rank < first) first = rank;
    }
    return sent[first];
  };
}
