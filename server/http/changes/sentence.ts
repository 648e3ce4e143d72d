import { type Change, turned } from '../../analysis/diff/change.ts';
import type { Language } from '../../domain/label.ts';
import { codeOf, say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { readAlike } from '../../rulesets/own-key.ts';
import { withoutGaps } from '../chinese-gaps.ts';
import { differenceWords, itemWords, placeWords, standardWords } from '../value-words.ts';
import { sidesInWords } from './change-arguments.ts';
import type { Sides } from './sides.ts';

/** What a sentence is filled with; `change` is how much a number rose or fell, empty for anything else. */
type Arguments = Readonly<Record<'label' | 'where' | 'item' | 'before' | 'after' | 'change', string>>;

/**
 * A change in one sentence: what it is about, both sides, how much, and for whom it is good. Of two places both are named;
 * of two texts of one place the words tell which came later.
 */
export function sentenceOf(change: Change, sides: Sides, language: Language): string {
  const args = argumentsOf(change, sides, language);
  const told =
    sides.names === null ? say(change.kind, args, language).message : betweenPlaces(change, args, sides, language);
  return withoutGaps(told + effectWords(change, sides, language), language);
}

/** For whom a change is good; nothing where no settlement hangs on it. */
function effectWords(
  { kind, class: own, lostCounters }: Pick<Change, 'kind' | 'class' | 'lostCounters'>,
  { names }: Sides,
  language: Language,
): string {
  if (own === 'neutral') return '';
  const beginning = names !== null && own !== turned(own) ? 'betweenEffect' : 'changeEffect';
  const args = names === null ? {} : { to: names.after };
  // No proof tells what becomes of days that a text does not have, nor of counters that it does not keep.
  const words =
    lostCounters !== undefined
      ? say('changeEffectCountersLost', { counters: lostCounters.join(language === 'zh' ? '、' : ', ') }, language)
      : say(kind === 'period-changed' ? 'changeEffectOtherDays' : codeOf(beginning, own), args, language);
  return language === 'zh' ? `，${words.message}` : ` – ${words.message}`;
}

/** Both sides of a change in words, as its sentence tells them. */
export function bothInWords(
  change: Change,
  { before, after }: Omit<Sides, 'names'>,
  language: Language,
): { readonly before: string; readonly after: string } {
  return change.subject === 'standard' && change.part === 'value'
    ? figuresInWords(change, before, after, language)
    : sidesInWords(change, before, after, language);
}

function argumentsOf(change: Change, { before, after }: Sides, language: Language): Arguments {
  const { at, label, unit, subject } = change;
  const last = at.at(-1);
  const item =
    last?.kind !== 'item'
      ? ''
      : subject === 'fact'
        ? factItem(change, language)
        : itemWords(last.item, after, language);
  const place = subject === 'standard' ? placeWords(at, unit ?? '', after, language) : '';
  const where = place === '' ? '' : say('changeWhere', { place }, language).message;
  const words = bothInWords(change, { before, after }, language);
  return { label: label[language], where, item, change: differenceIn(change, language), ...words };
}

function figuresInWords(change: Change, before: EffectiveRuleSet, after: EffectiveRuleSet, language: Language) {
  const { id, at } = change;
  const isItem = at.at(-1)?.kind === 'item';
  const told = (value: unknown, ruleSet: EffectiveRuleSet, other: EffectiveRuleSet) => {
    if (value === null) return say('changeNothing', {}, language).message;
    if (isItem) return itemWords(String(value), ruleSet, language);
    const [own, twin] = [ruleSet.standards.get(id), other.standards.get(id)];
    // As it was compared.
    const [standard] = (own !== undefined && twin !== undefined && readAlike(own, twin)) || [own ?? twin];
    const used = at.filter(({ kind }) => kind !== 'item').length;
    const shape = { unit: standard?.unit ?? '', by: standard?.by.slice(used) ?? [] };
    return standardWords(value, shape, ruleSet, language);
  };
  return { before: told(change.before, before, after), after: told(change.after, after, before) };
}

function factItem({ before, after }: Change, language: Language): string {
  return ((after ?? before) as { readonly zh: string; readonly en: string })[language];
}

function differenceIn({ before, after, unit }: Change, language: Language): string {
  const numbers = typeof before === 'number' && typeof after === 'number';
  return numbers ? differenceWords(before, after, unit ?? '', language) : '';
}

/** What kind of thing only one of two places has; a figure or limit with what it says there. */
function betweenPresence(change: Change, args: Record<string, string>, language: Language): string {
  const { subject, before } = change;
  const place = (before === null ? args.after : args.before) ?? '';
  const where = subject === 'standard' || subject === 'limit' ? say('changeWhere', { place }, language).message : '';
  const kind = say(codeOf('word', subject), {}, language).message;
  return say('betweenPresence', { ...args, kind, where }, language).message;
}

function betweenPlaces(change: Change, args: Arguments, { names }: Sides, language: Language): string {
  const from = names?.before[language] ?? '';
  const to = names?.after[language] ?? '';
  const has = change.before === null ? to : from;
  const all = { ...args, from, to, has, lacks: has === to ? from : to };
  if (args.item !== '') return say('betweenItem', all, language).message;
  if (change.part === 'presence') return betweenPresence(change, all, language);
  if (args.change !== '') return say('betweenFigures', all, language).message;
  if (change.subject === 'standard' && change.part === 'value') return say('betweenValues', all, language).message;
  return say('betweenOther', { ...all, sentence: say(change.kind, args, language).message }, language).message;
}
