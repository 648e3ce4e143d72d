import { type Label, labelOf } from '../../domain/label.ts';
import type { EffectiveRuleSet, EffectiveStandard } from '../../rulesets/effective-rule-set.ts';
import { productOf } from '../../rulesets/layers.ts';
import type { Change } from './change.ts';
import { type Compared, ruleNamed } from './compared.ts';
import type { Difference } from './difference.ts';

/** What people want to know of the thing that changed, beside the change itself. */
type About = Pick<Change, 'label' | 'product' | 'unit' | 'better' | 'clause' | 'source'>;

/** What is known of the thing that a difference is about: as the later side has it, else as the earlier had it. */
export function aboutOf(difference: Difference, { before, after }: Compared): About {
  return about(difference, after) ?? about(difference, before) ?? of(labelOf(undefined, difference.id), null);
}

function about({ subject, id, claimType }: Difference, ruleSet: EffectiveRuleSet): About | undefined {
  switch (subject) {
    case 'standard':
      return maybe(ruleSet.standards.get(id), (standard) => ofStandard(standard, ruleSet));
    case 'rule':
      return maybe(ruleNamed(ruleSet, id), ({ label, layer, clause }) =>
        of(label, layer === null ? null : productOf(layer, ruleSet.layers), clause),
      );
    case 'limit':
      return maybe(named(ruleSet.limits, id), (limit) => {
        const first = limit.kind === 'leave' ? undefined : limit.over[0];
        const layer = first === undefined ? null : (ruleNamed(ruleSet, first)?.layer ?? first);
        return of(limit.label, layer === null ? null : productOf(layer, ruleSet.layers), limit.clause);
      });
    case 'layer':
      return maybe(named(ruleSet.layers, id), ({ label, name, product }) => of(label, product ?? name));
    case 'claimType':
      return maybe(ruleSet.claims.get(id), ({ label }) => of(label, id));
    case 'fact':
      return maybe(ruleSet.claims.get(claimType ?? '')?.facts.get(id), ({ label }) => of(label, claimType));
    case 'product':
      return maybe(ruleSet.products.get(id), ({ label }) => of(label, id));
    case 'costs':
      return id === '' ? of(ruleSet.title, null) : maybe(ruleSet.pots.get(id), (label) => of(label, null));
    case 'channel':
      return maybe(ruleSet.channels.get(id), (label) => of(label, null));
    case 'countedPeriod':
      return maybe(ruleSet.periods.get(id), (label) => of(label, null));
    case 'clause':
      return maybe(ruleSet.clauses.get(id), (label) => of(label, null, id));
    case 'reading':
      return maybe(
        ruleSet.readings.find((reading) => reading.id === id),
        ({ label, clause }) => of(label, null, clause),
      );
    case 'leftOut':
      return maybe(
        ruleSet.leftOut.find(({ clause, label }) => `${clause} ${label.zh} ${label.en}` === id),
        ({ label, clause }) => of(label, null, clause),
      );
    default:
      return of(ruleSet.title, null);
  }
}

function ofStandard(
  { id, label, unit, better, clause, source }: EffectiveStandard,
  { layers }: EffectiveRuleSet,
): About {
  return { label, product: productOf(id, layers), unit, better, clause, source };
}

function of(label: Label, product: string | null, clause: string | null = null): About {
  return { label, product, unit: null, better: null, clause, source: null };
}

function named<Thing extends { readonly name: string }>(things: readonly Thing[], name: string): Thing | undefined {
  return things.find((thing) => thing.name === name);
}

function maybe<Thing>(thing: Thing | undefined, tell: (thing: Thing) => About): About | undefined {
  return thing === undefined ? undefined : tell(thing);
}
