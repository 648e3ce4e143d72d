import { labelOf } from '../domain/label.ts';
import type { EffectiveRuleSet } from './effective-rule-set.ts';
import type { Complaint } from './explain-schema.ts';
import { stepsOf } from './positions.ts';
import { didYouMean, listed } from './words.ts';

/** A document that fits no schema yet: anything may stand anywhere in it. */
type Raw = Readonly<Record<string, unknown>>;

/**
 * A key of a value that can be no item's id, in the words of the fact that it is read by: Chinese keys are mostly the labels
 * of a choice's items, or a truth value's yes and no. Any other complaint as it is.
 * @param city the effective rule set of an override's city, whose facts its values are read by
 */
export function aboutValueKey(document: unknown, city: EffectiveRuleSet | undefined, complaint: Complaint): Complaint {
  if (complaint.code !== 'notAnItem' || complaint.of !== 'key') return complaint;
  const steps = stepsOf(complaint.pointer);
  const given = steps.at(-1) ?? '';
  const key = keyAt(document, city, steps);
  const labels = key === null ? null : labelsOf(document, city, key);
  if (key === null || labels === null) return complaint;
  if (labels === 'boolean') return { ...complaint, code: 'keyNotBoolean', args: { given, key } };
  const ids = [...labels.keys()];
  const id = ids.find((one) => labels.get(one) === given);
  const args = { given, key, known: listed(ids) };
  if (id !== undefined) return { ...complaint, code: 'keyIsLabel', args: { ...args, id } };
  return { ...complaint, code: 'unknownValueKey', args: { ...args, meant: didYouMean(given, ids) } };
}

/** The fact by which a standard's value is read where a pointer's last key stands; null where the pointer is into no value. */
function keyAt(document: unknown, city: EffectiveRuleSet | undefined, steps: readonly string[]): string | null {
  const adds = steps[0] === 'adds';
  const [collection, id = '', ...inner] = adds ? steps.slice(1) : steps;
  if (!adds && collection === 'keyedStandards') return keyOfSome(document, city, id, inner);
  if (collection !== 'standards') return null;
  const declared = at(at(adds ? at(document, 'adds') : document, 'standards'), id);
  const changed = !adds && at(document, 'kind') === 'Override';
  const by = changed ? city?.standards.get(id)?.by : at(declared, 'by');
  const keys: readonly unknown[] = Array.isArray(by) ? by : [by];
  if (!changed && inner[0] !== 'value') return null;
  const value = changed ? declared : at(declared, 'value');
  const key = keys[depthAt(value, changed ? inner.slice(0, -1) : inner.slice(1, -1))];
  return typeof key === 'string' ? key : null;
}

/** The same in what a county gives some people: first by the fact that it names, then as the city reads the standard. */
function keyOfSome(
  document: unknown,
  city: EffectiveRuleSet | undefined,
  id: string,
  [member, ...inner]: readonly string[],
): string | null {
  const declared = at(at(document, 'keyedStandards'), id);
  if (member !== 'value') return null;
  const keys = [at(declared, 'by'), ...(city?.standards.get(id)?.by ?? [])];
  const key = keys[depthAt(at(declared, 'value'), inner.slice(0, -1))];
  return typeof key === 'string' ? key : null;
}

/** How many keys a path into a value uses up: a step of a map one, a row one with the `value` below it. */
function depthAt(value: unknown, path: readonly string[]): number {
  const [step, ...rest] = path;
  if (step === undefined) return 0;
  if (Array.isArray(value)) return 1 + depthAt(at(value[Number(step)], 'value'), rest.slice(1));
  return 1 + depthAt(at(value, step), rest);
}

/** The Chinese labels of a choice's items by id, over all claim types; null for what is neither a choice nor a truth value. */
function labelsOf(
  document: unknown,
  city: EffectiveRuleSet | undefined,
  fact: string,
): ReadonlyMap<string, string> | 'boolean' | null {
  const labels = new Map<string, string>();
  for (const facts of factsIn(document)) {
    const declared = at(facts, fact);
    if (!isMap(declared)) continue;
    if (Object.hasOwn(declared, 'boolean')) return 'boolean';
    for (const [id, label] of itemsOf(declared, facts)) labels.set(id, label);
  }
  for (const { facts } of city?.claims.values() ?? []) {
    const kind = facts.get(fact)?.type;
    if (kind?.kind === 'boolean') return 'boolean';
    if (kind?.kind === 'choice') for (const [id, label] of kind.items) labels.set(id, label.zh);
  }
  return labels.size === 0 ? null : labels;
}

/** Declarations of facts wherever a text may hold some. */
function factsIn(document: unknown): readonly unknown[] {
  const adds = at(document, 'adds');
  const types = [at(document, 'claims'), at(adds, 'claims')].flatMap((claims) =>
    isMap(claims) ? Object.values(claims) : [],
  );
  const added = at(adds, 'facts');
  return [...types.map((type) => at(type, 'facts')), added, ...(isMap(added) ? Object.values(added) : [])];
}

/** The items of a choice, or of the list that a derived one takes the first of. */
function itemsOf(declared: Raw, facts: unknown): readonly (readonly [string, string])[] {
  const { choice, firstOf } = declared;
  const items = choice ?? at(at(at(facts, String(at(firstOf, 'list'))), 'list'), 'choice');
  if (Array.isArray(items)) return items.map((item) => [String(item), String(item)]);
  if (!isMap(items)) return [];
  return Object.entries(items).map(([id, label]) => [id, wordsOf(label, id)]);
}

function wordsOf(label: unknown, id: string): string {
  if (typeof label === 'string') return label;
  const zh = at(label, 'zh');
  return labelOf(typeof zh === 'string' ? zh : undefined, id).zh;
}

function at(holder: unknown, key: string): unknown {
  return isMap(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
