import type { Counter } from '../rulesets/counters.ts';
import type { EffectiveRuleSet, Layer, Reading } from '../rulesets/effective-rule-set.ts';
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
  for (const [index, { layer, channel, reason }] of layers.entries()) {
    const declared = claimLayers[index];
    const label = declared?.label ?? { zh: layer, en: layer };
    if (reason === 'outsidePeriod') {
      yield {
        code: 'pastItsPeriod',
        args: { layer, label, from: declared?.period.from ?? null, to: declared?.period.to ?? null },
      };
    }
    if (channel === 'offline' && reason === null) yield { code: 'offlineChannel', args: { layer, label } };
    if (declared?.replacedBy) yield { code: 'productReplaced', args: { layer, label, by: declared.replacedBy } };
  }
}

function* figureNotices({ ruleSet, layers }: NoticeInput): Generator<Notice> {
  const lines = layers.flatMap((layer) => layer.lines);
  const standards = new Map(
    lines.flatMap(({ readings }) => readings.map(({ standard }) => [standard.id, standard] as const)),
  );
  for (const { id, label, verified, clause } of standards.values()) {
    if (!verified) yield { code: 'unverifiedFigure', args: { standard: id, label, clause } };
  }
  const rules = new Set(lines.map(({ rule }) => rule.name));
  const limits = new Set(lines.flatMap(({ bounds }) => bounds.map(({ name }) => name)));
  const used = ({ standard, rule, limit }: Reading) =>
    (standard !== null && standards.has(standard)) ||
    (rule !== null && rules.has(rule)) ||
    (limit !== null && limits.has(limit));
  for (const reading of ruleSet.readings) {
    if (used(reading))
      yield { code: 'readingUsed', args: { reading: reading.id, label: reading.label, clause: reading.clause } };
  }
}
