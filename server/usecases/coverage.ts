import { addDays, dayAfter } from '../domain/dates.ts';
import type { FindingArgument } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import { codeOf } from '../domain/messages/index.ts';
import { Refusal } from '../domain/refusal.ts';
import { namesIn } from '../engine/conditions.ts';
import type { Claim, Explanation } from '../engine/settlement.ts';
import type { EffectiveRuleSet, Limit } from '../rulesets/effective-rule-set.ts';
import { canBind } from '../rulesets/possible.ts';
import type { RuleBook } from './rule-book.ts';
import type { ScenarioResult } from './run-scenarios.ts';
import { type Met, type Side, thresholdsMet } from './thresholds.ts';
import { type Trace, traceClaim } from './trace-claim.ts';

/** Something of the rules that no scenario touches. */
export interface Gap {
  readonly code: string;
  readonly args: Readonly<Record<string, FindingArgument>>;
}

const SIDES: readonly Side[] = ['below', 'at', 'above'];

/**
 * What of the rules in force no scenario touches: standards that a rule or limit reads, rules, limits, each side of the
 * thresholds that claims meet, and the days about the ends of every period that a layer has of its own.
 */
export async function coverage(book: RuleBook, results: readonly ScenarioResult[]): Promise<readonly Gap[]> {
  const seen = new Seen();
  for (const { jurisdiction, date, scenario, evaluation } of results) {
    seen.dates.add(date);
    if (evaluation === null) {
      await seen.refused(book, jurisdiction, date);
      continue;
    }
    const { effective, explanation } = evaluation;
    seen.settled(effective, explanation ?? [], await traceClaim(effective, scenario.claim as Claim, date));
  }
  return seen.gaps();
}

/** What scenarios touched, and all that they could have. */
class Seen {
  readonly dates = new Set<string>();
  readonly #ruleSets = new Map<string, EffectiveRuleSet>();
  readonly #rules = new Set<string>();
  readonly #standards = new Set<string>();
  readonly #limits = new Set<string>();
  readonly #thresholds = new Map<string, { readonly met: Met; readonly sides: Set<Side> }>();

  /** A claim that was refused still shows which rules are in force on its date. */
  async refused(book: RuleBook, jurisdiction: string, date: string): Promise<void> {
    try {
      const { effective } = await book.inForce(jurisdiction, date);
      this.#ruleSets.set(effective.effectiveDigest, effective);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  settled(effective: EffectiveRuleSet, explanation: Explanation, trace: Trace): void {
    this.#ruleSets.set(effective.effectiveDigest, effective);
    const { plan, fired, claimType } = trace;
    for (const layer of plan.layers) {
      const declared = claimType.layers.find(({ name }) => name === layer.layer);
      if (layer.channel !== null && declared?.channel) this.#standards.add(declared.channel);
      for (const { rule, readings, bounds } of layer.lines) {
        this.#rules.add(rule.name);
        for (const { standard } of readings) this.#standards.add(standard.id);
        for (const { limit } of bounds) if (limit !== null) this.#limits.add(limit.name);
        for (const id of referencesIn(bounds.map(({ limit }) => limit))) this.#standards.add(id);
      }
    }
    for (const { conditions } of [...claimType.rules, ...claimType.limits]) {
      const names = conditions === null ? [] : [...namesIn(conditions)];
      for (const name of names) if (name.startsWith('$')) this.#standards.add(name.slice(1));
    }
    for (const rule of claimType.rules) {
      if (rule.event.type !== 'terms' || !fired.has(rule.name)) continue;
      this.#rules.add(rule.name);
      for (const id of referencesIn(rule.event)) this.#standards.add(id);
    }
    for (const id of referencesIn(effective.costs)) this.#standards.add(id);
    // A rule that a scenario shows to be off has been looked at as far as it can be.
    for (const entry of explanation) if (!entry.applied && entry.failed.kind === 'unset') this.#rules.add(entry.rule);
    for (const met of thresholdsMet(effective, trace)) this.#threshold(met);
  }

  gaps(): readonly Gap[] {
    // Where no scenario has met any rules, nothing is known that could be missed.
    if (this.#ruleSets.size === 0) return [{ code: 'gapEverything', args: {} }];
    return [
      ...new Map(
        [...this.#unnamed(), ...this.#sides(), ...this.#edges()].map((gap) => [JSON.stringify(gap), gap]),
      ).values(),
    ];
  }

  #threshold(met: Met): void {
    const known = this.#thresholds.get(met.key) ?? { met, sides: new Set() };
    known.sides.add(met.side);
    this.#thresholds.set(met.key, known);
  }

  /** Standards, rules and limits that no scenario names at all. */
  *#unnamed(): Generator<Gap> {
    for (const ruleSet of this.#ruleSets.values()) {
      const { standards, rules, limits, layers, costs } = ruleSet;
      const channels = layers.map(({ channel }) => (channel === null ? '' : `$${channel}`));
      const usable = new Set(referencesIn([rules, limits, channels, costs]));
      for (const { id, label, value } of standards.values()) {
        if (usable.has(id) && value !== 'none' && !this.#standards.has(id))
          yield { code: 'gapStandard', args: { standard: id, label } };
      }
      for (const rule of rules) {
        if (!this.#rules.has(rule.name)) yield { code: 'gapRule', args: { rule: rule.name, label: rule.label } };
      }
      for (const limit of limits) {
        if (!this.#limits.has(limit.name) && !isOff(ruleSet, limit))
          yield { code: 'gapLimit', args: { limit: limit.name, label: limit.label } };
      }
    }
  }

  *#sides(): Generator<Gap> {
    for (const { met, sides } of this.#thresholds.values()) {
      for (const side of SIDES) {
        if (sides.has(side)) continue;
        const code = codeOf(met.kind === 'limit' ? 'gapLimit' : 'gap', side);
        yield { code, args: met.kind === 'limit' ? { what: met.label } : { what: met.label, at: met.at } };
      }
    }
  }

  /** The first and the last day of each period that a layer has beside its text's, and the days before and after them. */
  *#edges(): Generator<Gap> {
    for (const { layers, texts } of this.#ruleSets.values()) {
      for (const { label, period } of layers) {
        if (texts.some(({ from, to }) => from === period.from && to === period.to)) continue;
        yield* this.#day('gapFirstDay', label, period.from);
        yield* this.#day('gapDayBefore', label, addDays(period.from, -1));
        if (period.to === undefined) continue;
        yield* this.#day('gapLastDay', label, period.to);
        yield* this.#day('gapDayAfter', label, dayAfter(period));
      }
    }
  }

  *#day(code: string, what: Label, at: string | null): Generator<Gap> {
    if (at !== null && !this.dates.has(at)) yield { code, args: { what, at } };
  }
}

/** Whether a limit cannot bind as long as the standards stand as they do. */
function isOff(ruleSet: EffectiveRuleSet, limit: Limit): boolean {
  return ![...ruleSet.claims.keys()].some((type) => canBind(ruleSet, limit, type));
}

/** Ids of the standards that anything of a rule set names. */
function referencesIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string' && value.startsWith('$')) found.add(value.slice(1));
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) referencesIn(part, found);
  return found;
}
