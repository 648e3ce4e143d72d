import type { Plan, PlanLine } from '../../engine/plan.ts';
import type { EffectiveRuleSet, Rule } from '../../rulesets/effective-rule-set.ts';
import type { GoOn } from '../edges/go-on.ts';
import { sharedClaim } from '../edges/shared-claim.ts';
import { type OneSided, type Profile, Profiles } from '../proof/profiles.ts';
import type { Undecided } from '../proof/proof.ts';
import type { DeadRule, Shown } from './answer.ts';
import type { Means } from './claim-where.ts';
import { type Kind, linesOf, paysItself, type TypeKinds } from './kinds.ts';
import { rulePays } from './payable.ts';
import { unsetStandards } from './unset-standards.ts';

/** The rules that change nothing for any claim, and why it is not known of others; null where it is known of all. */
export interface DeadRules {
  readonly dead: readonly DeadRule[];
  readonly open: Undecided | null;
}

/** Looks for a claim that each rule changes something for. */
export async function deadRules(
  ruleSet: EffectiveRuleSet,
  types: readonly TypeKinds[],
  meansOf: (type: TypeKinds) => Means,
  goOn: GoOn,
): Promise<DeadRules> {
  return new DeadSearch(ruleSet, types, meansOf, goOn).run();
}

/** A rule that changes something for some claim, or what is known of one that was found to change nothing. */
type Alive = 'alive' | { readonly applies: boolean; readonly open: Undecided | null };

/** Profiles looked at between two askings whether to go on. */
const AT_A_TIME = 64;

class DeadSearch {
  readonly #ruleSet: EffectiveRuleSet;
  readonly #types: readonly TypeKinds[];
  readonly #meansOf: (type: TypeKinds) => Means;
  readonly #goOn: GoOn;

  constructor(ruleSet: EffectiveRuleSet, types: readonly TypeKinds[], meansOf: (type: TypeKinds) => Means, goOn: GoOn) {
    [this.#ruleSet, this.#types, this.#meansOf, this.#goOn] = [ruleSet, types, meansOf, goOn];
  }

  async run(): Promise<DeadRules> {
    const dead: DeadRule[] = [];
    let open = this.#types.find(({ gap }) => gap !== null)?.gap ?? null;
    for (const rule of this.#ruleSet.rules) {
      if (!(await this.#goOn())) return { dead, open: open ?? 'stopped' };
      const alive = await (rule.layer === null ? this.#bounds(rule) : this.#pays(rule));
      if (alive === 'alive') continue;
      open ??= alive.open;
      // Where it was told to stop, nothing is known of the rule.
      if (alive.open === 'stopped') return { dead, open };
      // Where not every kind of claims was looked at, nobody knows of the others.
      const shown: Shown = alive.open === null && open === null ? 'proved' : 'searched';
      // Of claims that were not looked at nobody knows that the rule pays none.
      if (unsetStandards(this.#ruleSet, rule).length === 0 && !this.#isKnown(rule)) continue;
      const why = await this.#because(rule, alive.applies);
      dead.push({
        question: 'deadRules',
        claimType: null,
        layer: rule.layer,
        rules: [rule.name],
        ...why,
        shown,
        example: null,
      });
    }
    return { dead, open };
  }

  /** Whether all kinds of claims that a rule is for were looked at. */
  #isKnown({ name }: Rule): boolean {
    const isFor = ({ shared }: TypeKinds) => shared.sides.from.claimType.rules.some((rule) => rule.name === name);
    return this.#types.every((type) => type.isWhole || !isFor(type));
  }

  /** Terms change something where a claim is settled by another arithmetic without them, or need not bring an amount. */
  async #bounds(rule: Rule): Promise<Alive> {
    const without = { ...this.#ruleSet, rules: this.#ruleSet.rules.filter((one) => one !== rule) };
    for (const { shared } of this.#types) {
      if (!shared.sides.from.claimType.rules.some(({ name }) => name === rule.name)) continue;
      const both = sharedClaim(this.#ruleSet, without, shared.type);
      if (both === null) continue;
      const profiles = new Profiles(both);
      const changed = await this.#some(
        profiles,
        (found) => 'settledBy' in found || !found.alike || needsFewer(without, shared.type, found),
      );
      if (changed === 'stopped') return { applies: true, open: changed };
      if (changed) return 'alive';
      if (profiles.gap !== null) return { applies: true, open: profiles.gap };
    }
    return { applies: true, open: null };
  }

  async #pays(rule: Rule): Promise<Alive> {
    let [applies, open]: [boolean, Undecided | null] = [false, null];
    for (const type of this.#types) {
      for (const kind of type.kinds) {
        if (!linesOf(kind.plan).some((line) => line.rule.name === rule.name)) continue;
        if (!(await this.#goOn())) return { applies, open: 'stopped' };
        const found = await paysIn(type, kind, rule, this.#meansOf(type));
        if (found === 'alive') return found;
        if (found === null) continue;
        applies = true;
        open ??= found.open;
      }
    }
    return { applies, open };
  }

  async #because(rule: Rule, applies: boolean): Promise<Pick<DeadRule, 'because' | 'standards'>> {
    const standards = unsetStandards(this.#ruleSet, rule);
    if (standards.length > 0) return { because: 'unset', standards };
    if (rule.layer === null) return { because: 'changesNothing', standards };
    if (applies) return { because: 'paysNothing', standards };
    return { because: (await this.#appliesAlone(rule)) ? 'behindOthers' : 'neverApplies', standards };
  }

  /** Whether a rule would have a payment if it were the only one of its layer. */
  async #appliesAlone(rule: Rule): Promise<boolean> {
    const rules = this.#ruleSet.rules.filter((one) => one === rule || one.layer !== rule.layer);
    const alone = { ...this.#ruleSet, rules };
    const applies = (line: PlanLine) => line.rule.name === rule.name && paysItself(line);
    for (const { shared } of this.#types) {
      const own = sharedClaim(alone, alone, shared.type);
      if (own === null) continue;
      const found = await this.#some(
        new Profiles(own),
        (one) => !('settledBy' in one) && linesOf(one.plans().from).some(applies),
      );
      if (found !== false) return found === true;
    }
    return false;
  }

  async #some(profiles: Profiles, holds: (found: Profile | OneSided) => boolean): Promise<boolean | 'stopped'> {
    let seen = 0;
    for (const found of profiles.all()) {
      if (holds(found)) return true;
      seen += 1;
      if (seen % AT_A_TIME === 0 && !(await this.#goOn())) return 'stopped';
    }
    return false;
  }
}

/** Whether claims of a profile need to bring fewer amounts of other systems under a rule set. */
function needsFewer(ruleSet: EffectiveRuleSet, type: string, { dates, assumed, settled }: Profile): boolean {
  const shared = settled.size === 0 ? null : sharedClaim(ruleSet, ruleSet, type);
  for (const found of shared === null ? [] : new Profiles(shared).under(dates, assumed))
    if (!('settledBy' in found) && found.settled.size < settled.size) return true;
  return false;
}

/**
 * Whether claims of a kind are paid by a rule, change what later claims are, or have booked to it what another system must have
 * settled; null where it has no payment of its own.
 */
async function paysIn(type: TypeKinds, kind: Kind, rule: Rule, means: Means): Promise<Alive | null> {
  const line = linesOf(kind.plan).find((one) => one.rule.name === rule.name);
  if (line !== undefined && (line.funding !== null || line.term === 'settled')) return 'alive';
  if (line === undefined || !paysItself(line)) return null;
  if (counts(kind.plan, rule)) return 'alive';
  const found = await rulePays(type, kind.profile, rule.layer ?? '', rule.name, means);
  if (found.answer === 'found') return 'alive';
  return { applies: true, open: found.answer === 'none' ? null : found.reason };
}

/** Whether a rule keeps a counter that later claims count on, its own payments aside. */
function counts({ counters }: Plan, rule: Rule): boolean {
  return counters.some(
    ({ counter, before, after }) =>
      counter.kind !== 'paid' &&
      counter.rules.includes(rule.name) &&
      !(after.op === 'variable' && after.name === before),
  );
}
