import type { ClaimSchemaAnswer } from '../../schemas/generated/documents.ts';
import { counters as allCounters, countersOf } from '../rulesets/counters.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { potLabel, potsOf } from '../rulesets/pots.ts';
import { layersReached } from '../rulesets/reach.ts';
import { claimTypeShown } from './show.ts';

/** What a form for claims of a type shows beside their schema: the facts in order with their items, and what pots, layers, counters and periods are called. */
export function claimForm(effective: EffectiveRuleSet, type: string): ClaimSchemaAnswer['form'] {
  const claimType = effective.claims.get(type);
  if (claimType === undefined) throw new RangeError(`no claim type ${type}`);
  const { dateFact, facts } = claimTypeShown(claimType);
  const plain = (name: string) => ({ zh: name, en: name });
  const layerLabel = (name: string) => effective.layers.find((layer) => layer.name === name)?.label;
  const ruleLabel = (name: string) => effective.rules.find((rule) => rule.name === name)?.label;
  const read = new Set(countersOf(effective, type).map(counterKey));
  return {
    dateFact,
    facts: Object.values(facts),
    pots: [...potsOf(effective, type)].map((pot) => ({
      pot,
      label: potLabel(effective, type, pot) ?? plain(pot),
    })),
    layers: layersReached(effective, type).map((layer) => ({ layer, label: layerLabel(layer) ?? plain(layer) })),
    counters: allCounters(effective)
      .filter((counter) => read.has(counterKey(counter)))
      .map(({ period, name, kind, nameIs }) => ({
        period,
        periodLabel: effective.periods.get(period) ?? null,
        name,
        kind,
        label: (nameIs === 'layer' ? layerLabel(name) : ruleLabel(name)) ?? plain(name),
      })),
  };
}

const counterKey = ({ period, name, kind }: { period: string; name: string; kind: string }) =>
  JSON.stringify([period, name, kind]);
