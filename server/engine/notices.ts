import type { Counter } from '../rulesets/counters.ts';
import type { EffectiveRuleSet, Layer } from '../rulesets/effective-rule-set.ts';
import { standardsIn } from './conditions.ts';
import { counterId } from './counter-source.ts';
import type { PlanLayer } from './plan.ts';
import type { Profile } from './profile.ts';
import type { Notice } from './settlement.ts';
import type { LayerTerms } from './terms.ts';

/** What the notices of a profile are told from. */
export interface NoticeInput {
  readonly ruleSet: EffectiveRuleSet;
  readonly profile: Profile;
  readonly terms: LayerTerms;
  readonly layers: readonly PlanLayer[];
  readonly claimLayers: readonly Layer[];
  readonly counters: readonly Counter[];
}

/** The notices that are the same for every claim of a profile; caps that stop a payment are told claim by claim. */
export function noticesOf(input: NoticeInput): readonly Notice[] {
  const { terms, counters, profile } = input;
  const notices: Notice[] = terms.applied.map(({ name, label, clause }) => ({
    code: 'termsApplied',
    args: { rule: name, label, clause },
  }));
  if (!terms.eligible) return notices;
  notices.push(...layerNotices(input), ...figureNotices(input));
  for (const counter of counters) {
    if (!profile.counters.has(counterId(counter))) {
      notices.push({ code: 'counterAssumedZero', args: { counter: counterId(counter) } });
    }
  }
  return notices;
}

function* layerNotices({ layers, claimLayers }: NoticeInput): Generator<Notice> {
  for (const [index, planned] of layers.entries()) {
    const { layer, reason } = planned;
    const declared = claimLayers[index];
    const label = declared?.label ?? { zh: layer, en: layer };
    if (reason === 'outsidePeriod') {
      yield {
        code: 'pastItsPeriod',
        args: { layer, label, from: declared?.period.from ?? null, to: declared?.period.to ?? null },
      };
    }
    if (isToldOffline(planned)) yield { code: 'offlineChannel', args: { layer, label } };
    if (declared?.replacedBy) yield { code: 'productReplaced', args: { layer, label, by: declared.replacedBy } };
  }
}

function* figureNotices(input: NoticeInput): Generator<Notice> {
  const used = usedBy(input);
  for (const { id, label, verified, clause } of used.standards) {
    if (!verified) yield { code: 'unverifiedFigure', args: { standard: id, label, clause } };
  }
  for (const { id, label, clause, standard, rule, limit } of input.ruleSet.readings) {
    const isUsed =
      used.standards.some((one) => one.id === standard) ||
      (rule !== null && used.rules.has(rule)) ||
      (limit !== null && used.limits.has(limit));
    if (isUsed) yield { code: 'readingUsed', args: { reading: id, label, clause } };
  }
}

/** What decided a settlement: the rules that pay or set terms, the limits of those that pay, and the standards that these read. */
function usedBy({ ruleSet, terms, layers, claimLayers }: NoticeInput) {
  const lines = layers.flatMap((layer) => layer.lines);
  const rules = new Set([...lines.map(({ rule }) => rule), ...terms.applied]);
  const named = new Set(lines.flatMap(({ readings }) => readings.map(({ standard }) => standard.id)));
  for (const { conditions, event } of rules) {
    for (const name of standardsIn(conditions)) named.add(name.slice(1));
    if (event.type === 'terms') named.add(event.params.terms.slice(1));
  }
  for (const [index, layer] of layers.entries()) {
    const channel = claimLayers[index]?.channel ?? null;
    if (isToldOffline(layer) && channel !== null) named.add(channel);
  }
  return {
    standards: [...named].flatMap((id) => ruleSet.standards.get(id) ?? []),
    rules: new Set([...rules].map(({ name }) => name)),
    limits: new Set(lines.flatMap(({ bounds }) => bounds.map(({ name }) => name))),
  };
}

/** Whether what a layer pays has to be fetched, which is said. */
function isToldOffline({ channel, reason }: PlanLayer): boolean {
  return channel === 'offline' && reason === null;
}
