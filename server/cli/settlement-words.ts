import type { Label, Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { cnyWords } from '../domain/money.ts';
import type { AppliedRule, History, Line, SettledLayer, UnappliedRule, UsedStandard } from '../engine/settlement.ts';
import { channelNamed } from '../http/channel-words.ts';
import { whyNotWords } from '../http/explanation-words.ts';
import { placeWords, standardWords } from '../http/value-words.ts';
import { potNamed } from '../rulesets/pots.ts';
import type { Evaluation } from '../usecases/evaluation.ts';

/** A settlement as an official reads it: each layer with its reasons, what is left to the person, what to know. */
export function settlementWords(evaluation: Evaluation, jurisdiction: Label | null, language: Language): string {
  const sheet = new Sheet(evaluation, language);
  return `${[...sheet.head(jurisdiction), '', ...sheet.layers(), ...sheet.totals(), ...sheet.notices(), ...sheet.whyNot(), ...sheet.history()].join('\n')}\n`;
}

class Sheet {
  readonly #evaluation: Evaluation;
  readonly #language: Language;

  constructor(evaluation: Evaluation, language: Language) {
    this.#evaluation = evaluation;
    this.#language = language;
  }

  head(jurisdiction: Label | null): readonly string[] {
    const { id, date, ruleSet, settlement, effective } = this.#evaluation;
    const type = effective.claims.get(settlement.claimType)?.label ?? settlement.claimType;
    const place = jurisdiction ?? this.#evaluation.jurisdiction;
    const { base } = ruleSet;
    const county = ruleSet.jurisdiction !== base.jurisdiction;
    const named = {
      title: effective.title,
      base: base.jurisdiction,
      baseVersion: base.version ?? '',
      county: ruleSet.jurisdiction,
      version: ruleSet.version ?? '',
    };
    const rules = !county ? 'sheetCityRules' : ruleSet.version === null ? 'sheetNoOverride' : 'sheetOverride';
    return [
      this.#say('sheetHead', { id, type, place, code: this.#evaluation.jurisdiction, date }),
      this.#say(rules, named),
    ];
  }

  layers(): readonly string[] {
    const { settlement } = this.#evaluation;
    if (!settlement.eligible) return [this.#say('sheetNotEligible', {})];
    return settlement.layers.flatMap((layer, index) => this.#layer(layer, index + 1));
  }

  totals(): readonly string[] {
    const { paid, selfPay } = this.#evaluation.settlement;
    const pots = Object.entries(selfPay).filter(([pot]) => pot !== 'total');
    const parts = pots.map(([pot, fen]) => this.#say('sheetPot', { pot: this.#potLabel(pot), amount: cnyWords(fen) }));
    const joined = parts.join(this.#language === 'zh' ? '，' : ', ');
    const total = { amount: cnyWords(selfPay.total ?? 0), parts: joined };
    return [
      '',
      this.#say('sheetPaid', { amount: cnyWords(paid) }),
      this.#say(parts.length > 1 ? 'sheetSelfPayParts' : 'sheetSelfPay', total),
    ];
  }

  notices(): readonly string[] {
    const { notices } = this.#evaluation.settlement;
    if (notices.length === 0) return [];
    return [
      '',
      this.#say('sheetNotices', {}),
      ...notices.map(({ code, args }) => `  - ${say(code, args, this.#language).message}`),
    ];
  }

  whyNot(): readonly string[] {
    const unapplied = (this.#evaluation.explanation ?? []).filter((entry): entry is UnappliedRule => !entry.applied);
    if (unapplied.length === 0) return [];
    const lines = unapplied.map((entry) => {
      const why = whyNotWords(entry, this.#evaluation.effective, this.#language);
      return this.#say('sheetWhyNot', { rule: entry.label, why });
    });
    return ['', this.#say('sheetWhyNotHead', {}), ...lines.map((line) => `  - ${line}`)];
  }

  history(): readonly string[] {
    const counters = [...this.#counters(this.#evaluation.settlement.history.after)];
    if (counters.length === 0) return [];
    return ['', this.#say('sheetHistory', {}), ...counters.map((line) => `  ${line}`)];
  }

  *#counters(history: History): Generator<string> {
    for (const [period, names] of Object.entries(history)) {
      for (const [name, kinds] of Object.entries(names)) {
        const values = Object.entries(kinds).map(
          ([kind, value]) => `${kind} ${kind === 'count' ? value : cnyWords(value)}`,
        );
        yield `${period}.${name} ${this.#counterWords(period, name)}: ${values.join(', ')}`;
      }
    }
  }

  /** A counter is kept for a layer or a rule; its period stands before it by its id, and in words where the rule set has some. */
  #counterWords(period: string, name: string): string {
    const { layers, rules, periods } = this.#evaluation.effective;
    const named = layers.find((layer) => layer.name === name) ?? rules.find((rule) => rule.name === name);
    const told = named?.label[this.#language] ?? '';
    const per = periods.get(period);
    return per === undefined ? told : this.#say('sheetCountedPer', { name: told, per });
  }

  #layer({ layer, channel, paid, reason, settled, lines }: SettledLayer, number: number): readonly string[] {
    const { effective } = this.#evaluation;
    const declared = effective.layers.find(({ name }) => name === layer);
    const payer = declared?.payer;
    const by = payer
      ? this.#say(payer.department ? 'sheetPayerOf' : 'sheetPayer', {
          payer: payer.label,
          department: payer.department,
        })
      : '';
    const way =
      channel === null ? '' : this.#say('sheetChannel', { channel: channelNamed(channel, effective, this.#language) });
    const head = this.#say('sheetLayer', { number, layer: declared?.label ?? layer, amount: cnyWords(paid), by, way });
    const why = reason === undefined ? [] : [`   ${say(reason, {}, this.#language).message}`];
    const done = settled === true ? [`   ${this.#say('sheetSettled', {})}`] : [];
    return [head, ...why, ...done, ...lines.flatMap((line) => this.#rule(layer, line))];
  }

  #rule(layer: string, { rule, funding }: Line): readonly string[] {
    const entry = (this.#evaluation.explanation ?? []).find(
      (one): one is AppliedRule => one.applied && one.layer === layer && one.rule === rule,
    );
    if (entry === undefined) return [];
    const clause = entry.clause === null ? '' : this.#clause(entry.clause);
    const told = funding === undefined ? entry.formula[this.#language] : this.#funding(funding);
    const head = `   ${entry.label[this.#language]}${clause}: ${told}`;
    return [head, ...entry.standards.map((standard) => `     · ${this.#standard(standard)}`)];
  }

  /** A premium pays nobody anything: what there is to tell is who brings it. */
  #funding({ premium = 0, ...shares }: NonNullable<Line['funding']>): string {
    const brought = Object.entries(shares)
      .filter(([name, fen]) => name !== 'unspent' || fen > 0)
      .map(([name, fen]) => this.#say('sheetPot', { pot: this.#bringer(name), amount: cnyWords(fen) }));
    return this.#say('sheetFunding', {
      premium: cnyWords(premium),
      shares: brought.join(this.#language === 'zh' ? '，' : ', '),
    });
  }

  /** Who brings a share; what a rule set calls otherwise keeps its name. */
  #bringer(name: string): string {
    const code = codeOf('bringer', name);
    const told = this.#say(code, {});
    return told === code ? name : told;
  }

  #standard({ id, label, key, value, unit, cityValue, origin, verified }: UsedStandard): string {
    const { effective, ruleSet } = this.#evaluation;
    const by = effective.standards.get(id)?.by ?? [];
    const words = (one: unknown) => standardWords(one, { unit, by: by.slice(key.length) }, effective, this.#language);
    const keys = key.length === 0 ? '' : this.#say('sheetKeys', { keys: this.#keys(by, key, unit) });
    const county = origin.jurisdiction !== ruleSet.base.jurisdiction;
    const beside = !county
      ? ''
      : cityValue === null
        ? this.#say('sheetCountyOwn', {})
        : this.#say('sheetCityFigure', { value: words(cityValue) });
    return `${label[this.#language]}${keys} ${words(value)}${beside}${verified ? '' : this.#say('sheetUnverified', {})}`;
  }

  /** Which entry of a standard was used: `6 级`. */
  #keys(by: readonly string[], key: readonly string[], unit: string): string {
    const at = key.map((one, depth) => ({ kind: 'key', fact: by[depth] ?? '', key: one, named: 'both' }) as const);
    return placeWords(at, unit, this.#evaluation.effective, this.#language);
  }

  #clause(id: string): string {
    return this.#say('sheetClause', { clause: this.#evaluation.effective.clauses.get(id) ?? id });
  }

  #potLabel(pot: string): string | Label {
    return potNamed([this.#evaluation.effective], this.#evaluation.settlement.claimType, pot);
  }

  #say(code: string, args: Parameters<typeof say>[1] | Record<string, unknown>): string {
    return say(code, args as Parameters<typeof say>[1], this.#language).message;
  }
}
