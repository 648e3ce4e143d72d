import type { Edge } from '../analysis/edges/edge.ts';
import { BILL, type Threshold } from '../analysis/edges/threshold.ts';
import type { Label, Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { cnyWords, fenOf, groupedDecimal } from '../domain/money.ts';
import { broughtAt } from '../rulesets/claim-paths.ts';
import type { EffectiveRuleSet, Fact } from '../rulesets/effective-rule-set.ts';
import { potNamed } from '../rulesets/pots.ts';
import { countedOverWords } from './changes/period-words.ts';

/** An edge in one sentence: the claim, what the person bears on either side, and from which layer on they differ. */
export function edgeWords(edge: Edge, ruleSets: readonly EffectiveRuleSet[], language: Language): string {
  const change = edge.selfPay.change !== 0 ? edge.selfPay : edge.paid;
  const [more, less] =
    edge.selfPay.change !== 0 ? ['edgeSelfPayMore', 'edgeSelfPayLess'] : ['edgePaidMore', 'edgePaidLess'];
  const code = change.change === 0 ? 'edgeShifted' : change.change > 0 ? more : less;
  const parts = edge.parts === null ? '' : say('edgeParts', { layer: edge.parts.label }, language).message;
  const leftOut = edge.meets.filter(isLeftOut).map(({ label }) => say('edgeLeftOut', { label }, language).message);
  const args = {
    facts: [claimWords(edge, ruleSets, language), ...leftOut].join(language === 'zh' ? '，' : ', '),
    from: cnyWords(change.from),
    to: cnyWords(change.to),
    change: cnyWords(Math.abs(change.change)),
    parts,
  };
  return say(code ?? 'edgeShifted', args, language).message;
}

const BOUND = { below: 'edgeBelow', at: 'edgeAt', above: 'edgeAbove' } as const;
const COMPARED = { below: 'edgeRuleBelow', at: 'edgeRuleAt', above: 'edgeRuleAbove' } as const;
const LEFT = { below: 'edgeLeftBelow', at: 'edgeLeftAt', above: 'edgeLeftAbove' } as const;

/** A bound that a claim meets, and on which side. */
export function thresholdWords(
  { kind, id, label, at, side }: Threshold,
  { claim }: Edge,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): string {
  const fact = kind === 'fact' ? factsOf(claim.type, ruleSets).get(id) : undefined;
  if (fact !== undefined && at !== null && ['choice', 'boolean', 'list'].includes(fact.type.kind))
    return factWords(fact, valueAt(fact, at), language);
  if (isLeftOut({ kind, at })) return say('edgeLeftOut', { label }, language).message;
  const compared = kind === 'rule' || (kind === 'left' && id === BILL) ? COMPARED : kind === 'left' ? LEFT : BOUND;
  return say(compared[side], { label, at: at === null ? '' : ` ${groupedDecimal(at)}` }, language).message;
}

/** Whether what makes a claim an edge is that it does not say a fact. */
function isLeftOut({ kind, at }: Pick<Threshold, 'kind' | 'at'>): boolean {
  return kind === 'fact' && at === null;
}

/** The value that a threshold tells as text. */
function valueAt({ type }: Fact, at: string): unknown {
  if (type.kind === 'boolean') return at === 'true';
  return type.kind === 'list' ? at.split(',').filter((item) => item !== '') : at;
}

function factsOf(type: string, ruleSets: readonly EffectiveRuleSet[]): ReadonlyMap<string, Fact> {
  return new Map(ruleSets.toReversed().flatMap(({ claims }) => [...(claims.get(type)?.facts ?? [])]));
}

/** What a claim says, by the labels of its facts: its date, facts and amounts, what others paid, and its history. */
export function claimWords(
  { claim, dates }: Pick<Edge, 'claim' | 'dates'>,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): string {
  const facts = factsOf(claim.type, ruleSets);
  const date =
    dates.from === dates.to ? say('edgeOn', { date: dates.from }, language) : say('edgeOnBoth', { ...dates }, language);
  const words = [date.message];
  for (const [path, value] of leavesOf(claim)) {
    const fact = facts.get(path);
    if (fact !== undefined) words.push(factWords(fact, value, language));
    else if (path !== 'type') words.push(broughtWords(path, Number(value), ruleSets, claim.type, language));
  }
  return words.join(language === 'zh' ? '，' : ', ');
}

function factWords({ label, type }: Fact, value: unknown, language: Language): string {
  if (type.kind === 'money')
    return say('edgeMoney', { label, amount: cnyWords(fenOf(Number(value))) }, language).message;
  const items = type.kind === 'choice' || type.kind === 'list' ? type.items : null;
  const word = (one: unknown): string => {
    if (typeof one === 'boolean') return say(one ? 'yes' : 'no', {}, language).message;
    return items?.get(String(one))?.[language] ?? String(one);
  };
  const isEmpty = Array.isArray(value) && value.length === 0;
  const listed = Array.isArray(value) ? value.map(word).join(language === 'zh' ? '、' : ', ') : word(value);
  const text = isEmpty ? say('listedNone', {}, language).message : listed;
  return say('edgeFact', { label, value: text }, language).message;
}

/** What a claim brings beside its facts: `settled`, `paidElsewhere` and `history`. */
function broughtWords(
  path: string,
  value: number,
  ruleSets: readonly EffectiveRuleSet[],
  type: string,
  language: Language,
): string {
  const brought = broughtAt(path);
  const amount = cnyWords(fenOf(value));
  if (brought?.kind === 'settled')
    return say('edgeSettled', { label: nameOf(brought.layer, ruleSets), amount }, language).message;
  if (brought?.kind === 'elsewhere')
    return say('edgeElsewhere', { label: potNamed(ruleSets, type, brought.pot), amount }, language).message;
  const { period = '', name = '', kind = '' } = brought?.counter ?? {};
  const codes: Readonly<Record<string, string>> = {
    base: 'edgeHistoryBase',
    deductible: 'edgeHistoryDeductible',
    paid: 'edgeHistoryPaid',
  };
  const args = {
    period: countedOverWords(period, ruleSets, language),
    label: nameOf(name, ruleSets),
    amount: kind === 'count' ? String(value) : amount,
  };
  return say(codes[kind] ?? 'edgeHistoryCount', args, language).message;
}

/** The label of a layer or rule. */
function nameOf(name: string, ruleSets: readonly EffectiveRuleSet[]): Label | string {
  for (const { layers, rules } of ruleSets) {
    const named = layers.find((layer) => layer.name === name) ?? rules.find((rule) => rule.name === name);
    if (named !== undefined) return named.label;
  }
  return name;
}

function* leavesOf(value: object, path = ''): Generator<readonly [path: string, value: unknown]> {
  for (const [key, one] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof one === 'object' && one !== null && !Array.isArray(one)) yield* leavesOf(one, at);
    else yield [at, one];
  }
}
