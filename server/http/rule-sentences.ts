import type { Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { baseOf, CLAIM, feeding } from '../rulesets/bases.ts';
import { drawnBefore } from '../rulesets/drawn-before.ts';
import type { EffectiveRuleSet, Limit, Rule } from '../rulesets/effective-rule-set.ts';
import { amountOf } from '../rulesets/figure.ts';
import type { AllowanceParams, Event, Figure, GapParams, ReimburseParams } from '../rulesets/language.ts';
import { limitOf } from '../rulesets/named-in.ts';
import { conditionWords, nameWords } from './changes/condition-words.ts';
import { changedWords, figureReferenceWords } from './changes/figure-words.ts';
import { limitWords } from './changes/limit-words.ts';
import { listWords } from './changes/list-words.ts';
import { countedOverWords } from './changes/period-words.ts';
import { withoutGaps } from './chinese-gaps.ts';

/** A rule as a sentence, its standards with their figures: `申请类型为住院：目录外自费费用按减免比例（10%）支付。` */
export function ruleSentence(rule: Rule, ruleSet: EffectiveRuleSet, language: Language): string {
  const { conditions, event } = rule;
  const told = new Telling(rule, ruleSet, language);
  const args = { conditions: conditionWords(conditions, ruleSet, language), pays: told.pays(event) };
  return withoutGaps(told.say('ruleSentence', args), language);
}

/** A limit as a sentence: `医疗救助每年合计至多年度封顶线（15,000 元）。` */
export function limitSentence(limit: Limit, ruleSet: EffectiveRuleSet, language: Language): string {
  const allows = limitWords(limit, ruleSet, language);
  if (limit.conditions === null) return withoutGaps(say('limitAlways', { allows }, language).message, language);
  const conditions = conditionWords(limit.conditions, ruleSet, language);
  return withoutGaps(say('limitSentence', { conditions, allows }, language).message, language);
}

/** What the forms pay, each in its own words. */
class Telling {
  readonly #rule: Rule;
  readonly #ruleSet: EffectiveRuleSet;
  readonly #language: Language;

  constructor(rule: Rule, ruleSet: EffectiveRuleSet, language: Language) {
    this.#rule = rule;
    this.#ruleSet = ruleSet;
    this.#language = language;
  }

  say(code: string, args: Readonly<Record<string, string>>): string {
    return say(code, args, this.#language).message;
  }

  pays(event: Event): string {
    switch (event.type) {
      case 'reimburse':
        return this.#reimburse(event.params);
      case 'topUp': {
        const { of, below, atMost } = event.params;
        const args = { pots: this.#names(of), share: this.#figure(below ?? atMost) };
        return this.say(below === undefined ? 'ruleTopUpAtMost' : 'ruleTopUpBelow', args);
      }
      case 'sum': {
        const { sum, of } = event.params;
        return this.#atMostLeft(this.say('ruleSum', { sum: this.#figure(sum) }), of);
      }
      case 'scale': {
        const { sum, shares, grades, equalHeaviest, of } = event.params;
        const args = { sum: this.#figure(sum), shares: this.#name(shares), grades: this.#name(grades) };
        const told = this.say('ruleScale', args);
        return this.#atMostLeft(equalHeaviest === 'oneUp' ? this.say('ruleScaleOneUp', { told }) : told, of);
      }
      case 'allowance':
        return this.#atMostLeft(this.#allowance(event.params), event.params.of);
      case 'gap':
        return this.#atMostLeft(this.#gap(event.params), event.params.of);
      case 'fund': {
        const { count, premium, shares, rest } = event.params;
        const brought = Object.entries(shares).map(([by, figure]) => this.#brought(by, figure));
        const args = { count: this.#name(count), premium: this.#figure(premium), rest: this.#bringer(rest) };
        return this.say('ruleFund', { ...args, shares: listWords(brought, this.#language) });
      }
      default:
        return this.say('ruleTerms', { terms: this.#name(event.params.terms) });
    }
  }

  /** What would stand beside the bill, and is paid from pots where it names some. */
  #atMostLeft(told: string, of: readonly string[] | undefined): string {
    return of === undefined ? told : this.say('ruleAtMostLeft', { told, pots: this.#names(of) });
  }

  #reimburse(params: ReimburseParams): string {
    const { of, deductible, ratio, bands, bandsFrom, deductiblePer, deductiblesAtMost, parts = {} } = params;
    const beyond = params.beyond === undefined ? null : this.#limit(params.beyond);
    const named = this.#names(of);
    const pots =
      beyond !== null
        ? this.say('ruleBeyond', { pots: named, limit: beyond })
        : drawnBefore(this.#ruleSet, this.#rule)
          ? this.say('ruleLeft', { pots: named })
          : named;
    const above = deductiblePer === undefined ? 'ruleAbove' : 'ruleAboveEach';
    const part = deductible === undefined ? pots : this.say(above, { pots, deductible: this.#figure(deductible) });
    const bounded =
      deductiblesAtMost === undefined
        ? part
        : this.say('ruleDeductiblesAtMost', { what: part, most: this.#figure(deductiblesAtMost) });
    const what = this.#counted(bounded);
    const told =
      bands !== undefined
        ? this.#bands(what, bands, bandsFrom === 'deductible')
        : ratio === undefined
          ? this.say('rulePaysWhole', { what })
          : this.say('rulePaysRatio', { what, ratio: this.#figure(ratio) });
    return Object.entries(parts).reduce(
      (before, [part, own]) =>
        this.say('rulePaysPart', { told: before, part: this.#partName(part), ratio: this.#figure(own) }),
      told,
    );
  }

  /** What it is counted over, and with what together. */
  #counted(what: string): string {
    const base = baseOf(this.#ruleSet, this.#rule);
    if (base === null) return what;
    const name = this.#base(base.name);
    if (base.period === CLAIM) return this.say('ruleSharedOfClaim', { what, base: name });
    const over =
      base.period === 'year' && !this.#ruleSet.periods.has('year')
        ? this.say('ruleByYear', { what })
        : this.say('ruleByPeriod', { what, per: this.#countedOver(base.period) });
    const isShared = feeding(this.#ruleSet, base).length > 1;
    return isShared ? this.say('ruleSharedBase', { what: over, base: name }) : over;
  }

  #countedOver(period: string): string {
    return countedOverWords(period, [this.#ruleSet], this.#language);
  }

  #limit(name: string): string {
    return limitOf(this.#ruleSet, name)?.label[this.#language] ?? name;
  }

  /** What a layer or rule is called. */
  #base(name: string): string {
    const { layers, rules } = this.#ruleSet;
    const known = [...layers, ...rules].find((one) => one.name === name);
    return known?.label[this.#language] ?? name;
  }

  /** By bands; what a figure makes of their ratios is told once for all of them. */
  #bands(what: string, figure: Figure, fromDeductible: boolean): string {
    const args = { what, bands: this.#name(amountOf(figure)) };
    const told = this.say(fromDeductible ? 'rulePaysBandsFromDeductible' : 'rulePaysBands', args);
    const own = this.say('ruleBandRatio', {});
    const ratio = typeof figure === 'string' ? own : changedWords(own, figure, this.#ruleSet, this.#language);
    return ratio === own ? told : this.say('ruleBandsEach', { told, ratio });
  }

  /** A part's name behind `of which`, which many of these names begin with themselves. */
  #partName(part: string): string {
    return this.#withoutLead(this.#name(part));
  }

  #withoutLead(told: string): string {
    const lead = this.say('paramParts', {});
    return told.startsWith(lead) ? told.slice(lead.length).trim() : told;
  }

  /** A share of a premium by who brings it, which many of these names say themselves. */
  #brought(by: string, figure: Figure): string {
    const [who, told] = [this.#bringer(by), this.#withoutLead(this.#figure(figure))];
    return told.toLowerCase().startsWith(who.toLowerCase()) ? told : `${who} ${told}`;
  }

  #allowance({ rate, count, deductible, perClaim, atMost, per = 'claim' }: AllowanceParams): string {
    const first = this.say('ruleAllowance', { count: this.#name(count), rate: this.#figure(rate) });
    const paid =
      deductible === undefined
        ? first
        : this.say('ruleAllowanceAfter', { told: first, deductible: this.#figure(deductible) });
    const upTo = (told: string, over: string, most: Figure | undefined) =>
      most === undefined
        ? told
        : this.say('ruleAllowanceAtMost', {
            told,
            per: this.#countedOver(over),
            atMost: this.#figure(most),
          });
    return upTo(upTo(paid, 'claim', perClaim), per, atMost);
  }

  #gap({ target, actual, count, ratio }: GapParams): string {
    const args = { target: this.#figure(target), actual: this.#name(actual) };
    const told =
      ratio === undefined
        ? this.say('ruleGapWhole', args)
        : this.say('ruleGap', { ...args, ratio: this.#figure(ratio) });
    return count === undefined ? told : this.say('ruleGapCount', { told, count: this.#name(count) });
  }

  #figure(figure: unknown): string {
    return figureReferenceWords(figure, this.#ruleSet, this.#language);
  }

  #name(name: string): string {
    return nameWords(name, this.#ruleSet, this.#language);
  }

  #names(names: readonly string[]): string {
    return listWords(
      names.map((name) => this.#name(name)),
      this.#language,
    );
  }

  /** Who brings a share of a premium; what a rule set calls otherwise keeps its name. */
  #bringer(name: string): string {
    const code = codeOf('rule', name);
    const told = this.say(code, {});
    return told === code ? this.#name(name) : told;
  }
}
