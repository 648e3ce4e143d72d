import {
  type Answer,
  type Cap,
  type Crowded,
  type Example,
  type Found,
  type Gap,
  type GapFact,
  type GapValue,
  QUESTIONS,
  type Question,
} from '../analysis/check/answer.ts';
import type { FindingArgument } from '../domain/finding.ts';
import type { Label, Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { cnyWords } from '../domain/money.ts';
import { claimWords } from '../http/edge-words.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { layerOf, limitOf, ruleOf } from '../rulesets/named-in.ts';
import { type CheckedRules, openIn } from '../usecases/check.ts';

/** The time that the command takes, in seconds; what is open by then is said not to be proved. */
export const CHECK_SECONDS = 60;

/** What was found out about rules as people read it: question by question, each finding with its rules and a claim. */
export function checkSheet(checked: CheckedRules, ruleSet: EffectiveRuleSet, language: Language): readonly string[] {
  return new Sheet(ruleSet, language).lines(checked);
}

class Sheet {
  readonly #ruleSet: EffectiveRuleSet;
  readonly #language: Language;

  constructor(ruleSet: EffectiveRuleSet, language: Language) {
    [this.#ruleSet, this.#language] = [ruleSet, language];
  }

  lines({ ruleSet, found, answers, caps, bounds, crowded }: CheckedRules): readonly string[] {
    const [count, open] = [found.length, openIn({ answers, caps })];
    const code = codeOf(count === 0 ? 'checkNone' : 'checkFound', open === 0 ? '' : 'open');
    return [
      this.#say('checkHead', { label: ruleSet.label }),
      this.#say(code, { count, open, all: answers.length + caps.length }),
      ...QUESTIONS.flatMap((question) => this.#question(question, answers, found)),
      ...(caps.length === 0 ? [] : ['', this.#say('checkCaps', {}), ...caps.map((cap) => `- ${this.#cap(cap)}`)]),
      ...bounds.map(({ claimType, fact, upTo }) =>
        this.#say('proofBound', { type: this.#type(claimType), fact: this.#fact(claimType, fact), upTo }),
      ),
      ...crowded.map((one) => this.#crowded(one)),
    ];
  }

  #crowded({ claimType, facts }: Crowded): string {
    const told = facts.map(({ fact, values }) => `${this.#fact(claimType, fact)} ${values}`);
    return this.#say('checkCrowded', { type: this.#type(claimType), facts: told.join(' × ') });
  }

  #question(question: Question, answers: readonly Answer[], found: readonly Found[]): readonly string[] {
    const own = answers.filter((answer) => answer.question === question);
    const lines = own.flatMap((answer) => [
      `  ${this.#answer(answer)}`,
      ...found
        .filter((one) => one.question === question && one.claimType === answer.claimType)
        .flatMap((one) => this.#finding(one)),
    ]);
    return lines.length === 0 ? [] : ['', this.#say(codeOf('check', question), {}), ...lines];
  }

  #answer({ claimType, found: count, rest, reason }: Answer): string {
    const type = claimType === null ? this.#say('checkWhole', {}) : this.#type(claimType);
    const code = codeOf(count === 0 ? 'checkNone' : 'checkRest', rest);
    return this.#say(code, { type, count, reason: reason === null ? '' : this.#reason(reason) });
  }

  /** Nobody stops the command but its own limit of time. */
  #reason(reason: NonNullable<Answer['reason']>): string {
    if (reason === 'stopped') return this.#say('checkTimeUp', { seconds: CHECK_SECONDS });
    return this.#say(codeOf('proof', reason), {});
  }

  #finding(found: Found): readonly string[] {
    const lines = [`  - ${this.#sentence(found)}`];
    const { example } = found;
    return example === null || found.question === 'cliffs' ? lines : [...lines, `    ${this.#example(example)}`];
  }

  #sentence(found: Found): string {
    const rules = this.#rules(found.rules);
    switch (found.question) {
      case 'cliffs':
        return this.#say(codeOf('checkCliff', found.kind), {
          facts: this.#claim(found.example),
          item: this.#fact(found.claimType, found.item),
          from: cnyWords(found.example.selfPay.total ?? 0),
          to: cnyWords(found.next.selfPay.total ?? 0),
          size: cnyWords(found.size),
          rules: this.#behind(rules),
        });
      case 'deadRules': {
        const standards = this.#list(
          found.standards.map((id) => this.#label(this.#ruleSet.standards.get(id)?.label, id)),
        );
        const why = this.#say(codeOf('checkDead', found.because), { standards });
        return this.#say('checkDead', { rules, why, shown: this.#shown(found.shown) });
      }
      case 'gaps': {
        const facts = this.#gapFacts(found);
        return this.#say('checkGap', { facts, shown: this.#shown(found.shown), rules: this.#behind(rules) });
      }
      case 'doublePayments': {
        const pots = this.#list(found.pots.map((pot) => this.#fact(found.claimType, `cost.${pot}`)));
        return this.#say('checkDouble', { rules, pots });
      }
      case 'aboveCost':
        return this.#say('checkAbove', { rules, over: cnyWords(found.over) });
    }
  }

  #cap({ limit, bill, shown, reason, example }: Cap): string {
    const named = limitOf(this.#ruleSet, limit);
    const words = this.#named(named?.label, limit, named?.clause ?? null, null);
    if (bill === null || example === null) {
      if (reason === null) return this.#say('checkCapNever', { limit: words, shown: this.#shown(shown) });
      const code = reason === 'stopped' ? 'checkCapUntold' : 'checkCapUnfound';
      return this.#say(code, { limit: words, reason: this.#reason(reason) });
    }
    const facts = this.#claim(example);
    // A share of the bill leaves more of a larger one, which it may not cut.
    const isShare = named?.kind === 'atMost' && typeof named.atMost === 'object' && 'share' in named.atMost;
    const code = isShare ? 'checkCapOfShare' : 'checkCapAt';
    return this.#say(code, { limit: words, bill: cnyWords(bill), shown: this.#shown(shown), facts });
  }

  #gapFacts({ claimType, facts }: Gap): string {
    if (facts.length === 0) return this.#say('checkGapAll', {});
    return facts.map((one) => this.#gapFact(claimType, one)).join(this.#language === 'zh' ? '，' : ', ');
  }

  #gapFact(claimType: string, { fact, values }: GapFact): string {
    const label = this.#fact(claimType, fact);
    const words = (all: readonly GapValue[]) =>
      all.map((one) => this.#gapValue(claimType, fact, one)).join(this.#language === 'zh' ? '、' : ' / ');
    const others = this.#others(claimType, fact, values);
    const value =
      others.length > 0 && others.length < values.length / 2
        ? this.#say('checkGapExcept', { values: words(others) })
        : words(values);
    return this.#say('edgeFact', { label, value });
  }

  /** The items of a choice that are not among values, and that it is left out where it may be. */
  #others(claimType: string, fact: string, values: readonly GapValue[]): readonly GapValue[] {
    const declared = this.#ruleSet.claims.get(claimType)?.facts.get(fact);
    if (declared?.type.kind !== 'choice') return [];
    const has = (value: string | null) => values.some((one) => one.kind === 'value' && one.value === value);
    const all = [...(declared.default.kind === 'absent' ? [null] : []), ...declared.type.items.keys()];
    return all.filter((value) => !has(value)).map((value) => ({ kind: 'value', value }));
  }

  #gapValue(claimType: string, fact: string, given: GapValue): string {
    if (given.kind === 'money')
      return this.#say('checkGapMoney', { from: cnyWords(given.low), to: cnyWords(given.high) });
    if (given.kind === 'days') return this.#say('checkGapDays', { from: given.from, to: given.to });
    if (given.kind === 'number') return this.#gapNumbers(given);
    const { value } = given;
    if (value === null) return this.#say('checkGapLeftOut', {});
    if (typeof value === 'boolean') return this.#say(value ? 'yes' : 'no', {});
    const type = this.#ruleSet.claims.get(claimType)?.facts.get(fact)?.type;
    const items = type?.kind === 'choice' || type?.kind === 'list' ? type.items : null;
    const words = (one: string | number) => this.#label(items?.get(String(one)), String(one));
    if (typeof value !== 'object') return words(value);
    return value.length === 0 ? this.#say('listedNone', {}) : this.#list(value.map(words));
  }

  #gapNumbers({ low, high }: GapValue & { readonly kind: 'number' }): string {
    if (low === null) return this.#say('checkGapAtMost', { to: high });
    if (high === null) return this.#say('checkGapAtLeast', { from: low });
    return this.#say('checkGapDays', { from: low, to: high });
  }

  #example(example: Example): string {
    const { bill, paid, selfPay } = example;
    const amounts = { bill: cnyWords(bill), paid: cnyWords(paid), left: cnyWords(selfPay.total ?? 0) };
    return this.#say('checkExample', { facts: this.#claim(example), ...amounts });
  }

  #claim({ claim, date }: Example): string {
    return claimWords({ claim, dates: { from: date, to: date } }, [this.#ruleSet], this.#language);
  }

  #rules(names: readonly string[]): string {
    return this.#list(
      names.map((name) => {
        const rule = ruleOf(this.#ruleSet, name);
        return this.#named(rule?.label, name, rule?.clause ?? null, rule?.layer ?? null);
      }),
    );
  }

  #behind(rules: string): string {
    return rules === '' ? '' : this.#say('checkBehind', { rules });
  }

  #named(label: Label | undefined, name: string, clause: string | null, layer: string | null): string {
    const own = clause === null ? undefined : this.#ruleSet.clauses.get(clause);
    const said = clause === null ? this.#say('checkNoClause', {}) : this.#label(own, clause);
    const words = { label: this.#label(label, name), clause: said };
    if (layer === null) return this.#say('checkRule', words);
    return this.#say('checkRuleOf', { layer: this.#label(layerOf(this.#ruleSet, layer)?.label, layer), ...words });
  }

  #type(claimType: string): string {
    return this.#label(this.#ruleSet.claims.get(claimType)?.label, claimType);
  }

  #fact(claimType: string, fact: string): string {
    return this.#label(this.#ruleSet.claims.get(claimType)?.facts.get(fact)?.label, fact);
  }

  #shown(shown: 'proved' | 'searched'): string {
    return this.#say(codeOf('check', shown), {});
  }

  #label(label: Label | undefined, otherwise: string): string {
    return label?.[this.#language] ?? otherwise;
  }

  #list(words: readonly string[]): string {
    return words.join(this.#language === 'zh' ? '、' : ', ');
  }

  #say(code: string, args: Readonly<Record<string, FindingArgument>>): string {
    return say(code, args, this.#language).message;
  }
}
