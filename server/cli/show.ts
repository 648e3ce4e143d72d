import type { Label, Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { effectiveWords } from '../http/effective-words.ts';
import { standardWords } from '../http/value-words.ts';
import type { EffectiveRuleSet, EffectiveStandard } from '../rulesets/effective-rule-set.ts';
import { isOwnInPart } from '../rulesets/own-in-part.ts';
import { asTheCityHasIt } from '../rulesets/own-key.ts';
import type { RulesInForce } from '../usecases/rules-in-force.ts';
import { show } from '../usecases/show.ts';
import type { CommandLine } from './program.ts';
import { dateFor, openBook } from './sources.ts';
import type { CommonOptions } from './workplace.ts';

/** `dixian show CODE --date`: what is in force, the city's figures beside the county's. */
export const showCommand: CommandLine<CommonOptions & { readonly date?: string }> = {
  name: 'show',
  arguments: '<code>',
  help: 'helpShow',
  options: [['--date <date>', 'helpDate']],
  async run(workplace, options, [code = '']) {
    const book = await openBook(workplace, options);
    const date = await dateFor(workplace, book, code, options);
    const rules = await book.inForce(code, date);
    const { output } = workplace.terminal;
    if (options.json === true)
      output.write(
        `${JSON.stringify(show(rules, { date, chosen: options.date === undefined }, effectiveWords), null, 2)}\n`,
      );
    else output.write(`${ruleSetWords(rules, date, options.lang).join('\n')}\n`);
    return 0;
  },
};

function ruleSetWords(
  { effective, jurisdiction, name }: RulesInForce,
  date: string,
  language: Language,
): readonly string[] {
  const told = (code: string, args: Parameters<typeof say>[1] = {}) => say(code, args, language).message;
  const { base, period } = effective;
  const until = period.to ?? told('showOpen');
  return [
    effective.title[language],
    told('showHead', { place: jurisdiction.name, code: jurisdiction.code, date, from: period.from, to: until }),
    told('showBase', { code: base.jurisdiction, version: base.version ?? '', digest: base.digest }),
    ...(effective.override === null
      ? []
      : [told('showOverride', { code: name.jurisdiction, version: name.version ?? '', digest: name.digest ?? '' })]),
    told('showEffective', { digest: effective.effectiveDigest }),
    ...standardsWords(effective, language),
    ...section(told('showLayers'), effective.layers, ({ name: id, label, payer }) => [
      `${label[language]} ${id}`,
      payer?.label[language],
    ]),
    ...section(told('showRules'), effective.rules, ({ name: id, label, layer, clause, origin }) => [
      `${label[language]} ${id}`,
      layer,
      clauseWords(clause, effective, language),
      originWords(origin, language),
    ]),
    ...section(told('showLimits'), effective.limits, ({ name: id, label, clause, origin }) => [
      `${label[language]} ${id}`,
      clauseWords(clause, effective, language),
      originWords(origin, language),
    ]),
    ...section(told('showReadings'), effective.readings, ({ label, clause }) => [
      label[language],
      clauseWords(clause, effective, language),
    ]),
    ...section(told('showLeftOut'), effective.leftOut, ({ label, clause }) => [
      label[language],
      clauseWords(clause, effective, language),
    ]),
  ];
}

/** Standards under the layer or product that their ids begin with, each with value, source, clause and the city's figure. */
function standardsWords(effective: EffectiveRuleSet, language: Language): readonly string[] {
  const groups = new Map<string, EffectiveStandard[]>();
  for (const standard of effective.standards.values()) {
    const [group = ''] = standard.id.split('.');
    groups.set(group, [...(groups.get(group) ?? []), standard]);
  }
  return [...groups].flatMap(([group, standards]) => [
    '',
    groupWords(group, effective, language),
    ...standards.flatMap((one) => standardLines(one, effective, language)),
  ]);
}

function standardLines(
  standard: EffectiveStandard,
  effective: EffectiveRuleSet,
  language: Language,
): readonly string[] {
  const { id, label, value, clause, origin, verified, county } = standard;
  const city = asTheCityHasIt(standard);
  const words = (one: EffectiveStandard['value'], of = standard) => standardWords(one, of, effective, language);
  const marks = [
    clauseWords(clause, effective, language),
    isOwnInPart(standard) ? say('originCountyInPart', {}, language).message : originWords(origin, language),
    say(codeOf('county', county), {}, language).message,
    verified ? undefined : say('showUnverified', {}, language).message,
  ].filter((mark) => mark !== undefined);
  const beside =
    origin === 'county' && city.cityValue !== null
      ? [`      ${say('showCityFigure', { value: words(city.cityValue, city) }, language).message}`]
      : [];
  return [`  ${label[language]} ${id}: ${words(value)}  [${marks.join(' · ')}]`, ...beside];
}

function groupWords(group: string, { layers, products, claims }: EffectiveRuleSet, language: Language): string {
  const label: Label | undefined =
    layers.find(({ name }) => name === group)?.label ?? products.get(group)?.label ?? claims.get(group)?.label;
  return label === undefined ? group : `${label[language]} ${group}`;
}

function section<T>(
  title: string,
  items: readonly T[],
  parts: (item: T) => readonly (string | null | undefined)[],
): readonly string[] {
  if (items.length === 0) return [];
  return [
    '',
    title,
    ...items.map(
      (item) =>
        `  ${parts(item)
          .filter((part) => part !== null && part !== undefined)
          .join(' · ')}`,
    ),
  ];
}

function clauseWords(clause: string | null, { clauses }: EffectiveRuleSet, language: Language): string | undefined {
  return clause === null ? undefined : (clauses.get(clause)?.[language] ?? clause);
}

function originWords(origin: 'city' | 'county', language: Language): string {
  return say(origin === 'city' ? 'originCity' : 'originCounty', {}, language).message;
}
