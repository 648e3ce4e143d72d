import { isDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import { sentAt } from './claim-paths.ts';
import { claimSchema, sentItem } from './claim-schema.ts';
import { historyNames } from './counters.ts';
import { daysOutOfBounds } from './days-out-of-bounds.ts';
import type { ClaimType, EffectiveRuleSet } from './effective-rule-set.ts';
import { type Complaint, explainSchema } from './explain-schema.ts';
import { inFieldOrder } from './field-order.ts';
import { kindsInWords, kindWords } from './kind-words.ts';
import { lackedByCase } from './lacked-by-case.ts';
import { stepInto, stepsOf, valueAt } from './positions.ts';
import { type SchemaObject, SchemaRegistry } from './schema-registry.ts';
import { formats, newAjv } from './schemas.ts';
import { didYouMean, givenWords, inBoth, listed, writtenAs } from './words.ts';

/** Says what is wrong with a claim, nothing where it may be settled. Pointers are those of a request: `/claim/…`. */
export type ClaimCheck = (claim: unknown) => readonly Finding[];

/** Most findings of one claim. */
const FINDINGS = 100;

type Fits = (claim: unknown) => unknown;

const NOTHING: readonly Finding[] = [];

const checks = new WeakMap<EffectiveRuleSet, ClaimCheck>();
const checksAsWritten = new WeakMap<EffectiveRuleSet, ClaimCheck>();

/**
 * The check of claims by a rule set's declared facts, one for each rule set. A type is compiled when its first claim comes;
 * a valid claim costs one call of compiled code and allocates nothing.
 * @param generate false where code may not be generated: the schema is then read as it stands, to the same verdict
 */
export function claimCheck(effective: EffectiveRuleSet, generate = true): ClaimCheck {
  const kept = generate ? checks : checksAsWritten;
  const known = kept.get(effective);
  if (known !== undefined) return known;
  const types = new Map<string, Fits>();
  const check: ClaimCheck = (claim) => {
    const type = typeOf(claim);
    const claimType = type === null ? undefined : effective.claims.get(type);
    if (type === null || claimType === undefined) return [typeFinding(effective, claim)];
    let fits = types.get(type);
    if (fits === undefined) {
      // Explaining a claim that fits finds nothing. That the schemas we write are schemas is known by our tests.
      fits = generate ? newAjv({ validateSchema: false }).compile(claimSchema(effective, type)) : () => false;
      types.set(type, fits);
    }
    return fits(claim) === true ? NOTHING : findingsOf(effective, claimType, claim);
  };
  kept.set(effective, check);
  return check;
}

function typeOf(claim: unknown): string | null {
  if (typeof claim !== 'object' || claim === null || !Object.hasOwn(claim, 'type')) return null;
  const type: unknown = Reflect.get(claim, 'type');
  return typeof type === 'string' ? type : null;
}

function typeFinding(effective: EffectiveRuleSet, claim: unknown): Finding {
  const types = [...effective.claims.keys()];
  const known = itemsWords(types.map((type) => [type, effective.claims.get(type)?.label]));
  const finding = (code: string, args: Finding['args'], pointer: string): Finding => {
    return { code, severity: 'error', args, at: { pointer } };
  };
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) {
    return finding('claimNotMap', { given: kindWords(claim) }, '/claim');
  }
  const type: unknown = Object.hasOwn(claim, 'type') ? Reflect.get(claim, 'type') : undefined;
  if (type === undefined) return finding('claimTypeMissing', { known }, '/claim/type');
  return finding(
    'claimTypeUnknown',
    { given: givenWords(type), known, meant: didYouMean(String(type), types) },
    '/claim/type',
  );
}

/** What the explained schema says in a document's words, said of a claim. */
const codes: Readonly<Record<string, string>> = {
  unknownKey: 'claimFieldUnknown',
  wideColon: 'claimFieldUnknown',
  missingKey: 'claimFieldMissing',
  wrongType: 'claimWrongType',
  notOneOf: 'claimNotAnItem',
  outOfRange: 'claimOutOfRange',
  notMoney: 'claimNotMoney',
  notDecimal: 'claimNotDecimal',
  notADate: 'claimNotADate',
  unknownCounter: 'claimCounterUnknown',
  tooMany: 'claimTooMany',
  tooLong: 'claimTooLong',
};

const registry = new SchemaRegistry([]);

function findingsOf(effective: EffectiveRuleSet, claimType: ClaimType, claim: unknown): readonly Finding[] {
  const schema = claimSchema(effective, claimType.type);
  const complaints = explainSchema(registry, schema, claim, formats, FINDINGS, 'asListed').flatMap((one) =>
    eachFact(schema, one),
  );
  if (complaints.length === 0) return NOTHING;
  const findings = complaints.map((complaint): Finding => {
    const { code, args, pointer, label } = said(claimType, ofCounter(effective, complaint), claim);
    return {
      code: codes[code] ?? code,
      severity: 'error',
      args: { ...args, label },
      at: { pointer: `/claim${pointer}` },
    };
  });
  const all = [...findings, ...lackedByCase(claimType, claim, complaints), ...sentOutOfBounds(claimType, claim)];
  return inFieldOrder(all, schema, claim, { at: '/claim' }).slice(0, FINDINGS);
}

/** Of a claim that is wrong anyway the dates that it sends too near to each other or too far apart, as when the facts are read. */
function sentOutOfBounds(claimType: ClaimType, claim: unknown): readonly Finding[] {
  return daysOutOfBounds(claimType, (id) => {
    const sent = sentAt(claim, id === 'claim.date' ? (claimType.dateFact ?? id) : id);
    return typeof sent === 'string' && isDate(sent) ? sent : undefined;
  });
}

/**
 * Where a whole group of facts is missing, each of those that have to be given, and so where something else stands in its
 * place: one look shows all there is to add.
 */
function eachFact(schema: SchemaObject, complaint: Complaint): readonly Complaint[] {
  const { code, args, pointer } = complaint;
  if (code === 'wrongType') return [complaint, ...neededAt(schema, pointer)];
  if (code !== 'missingKey' || typeof args.key !== 'string') return [complaint];
  const needed = neededAt(schema, stepInto(pointer, args.key));
  return needed.length === 0 ? [complaint] : needed;
}

/** Each fact that has to be given in a group, and in those in it. */
function neededAt(schema: SchemaObject, pointer: string): readonly Complaint[] {
  const { required = [] } = stepsOf(pointer).reduce<SchemaObject>(propertyOf, schema);
  return required.flatMap((key) => eachFact(schema, { code: 'missingKey', args: { key }, pointer, of: 'key' }));
}

function propertyOf({ properties = {} }: SchemaObject, step: string): SchemaObject {
  const held = Object.hasOwn(properties, step) ? properties[step] : undefined;
  return typeof held === 'object' ? held : {};
}

/** Of a period of the history, or a name under one, that nothing is counted for: which counters are kept. */
function ofCounter(effective: EffectiveRuleSet, complaint: Complaint): Complaint {
  const [first, ...counter] = stepsOf(complaint.pointer);
  if (complaint.code !== 'unknownKey' || first !== 'history' || counter.length === 0 || counter.length > 2)
    return complaint;
  const [period = '', name] = counter;
  const kept = historyNames(effective);
  const known = [...kept].flatMap(([one, names]) => [...names].map((last) => `history.${one}.${last}`));
  // Compared by the step that is not known alone: with what all of them begin with, everything would be near.
  const meant = name === undefined ? periodMeant(kept, period) : didYouMean(name, kept.get(period) ?? []);
  return { ...complaint, code: 'unknownCounter', args: { known: listed(known), meant } };
}

/** Of a period that there is not: the one meant, or where the counter of that name stands. */
function periodMeant(kept: ReturnType<typeof historyNames>, given: string): Label {
  const under = [...kept].find(([, names]) => names.has(given));
  return under === undefined ? didYouMean(given, kept.keys()) : inBoth('didYouMean', { name: `${under[0]}.${given}` });
}

/** A complaint with what the rule set calls the fact it is about. */
function said(
  claimType: ClaimType,
  complaint: Complaint,
  claim: unknown,
): Pick<Complaint, 'code' | 'args' | 'pointer'> & { label: Label } {
  const { code, args, pointer, types } = complaint;
  const steps = stepsOf(pointer);
  const missing = code === 'missingKey' && typeof args.key === 'string' ? args.key : null;
  const path = missing === null ? steps : [...steps, missing];
  const fact = factAt(claimType, path);
  const label = fact?.label ?? { zh: path.join('.'), en: path.join('.') };
  const items = fact?.type.kind === 'choice' || fact?.type.kind === 'list' ? fact.type.items : null;
  const known =
    items === null || code !== 'notOneOf'
      ? {}
      : { known: itemsWords([...items]), ...ofOtherType([...items.keys()], valueAt(claim, steps)) };
  return {
    code,
    args: {
      ...args,
      ...known,
      ...(types === undefined ? {} : kinds(types, valueAt(claim, steps))),
      field: path.join('.'),
    },
    pointer: missing === null ? pointer : `${pointer}/${missing}`,
    label,
  };
}

/** What a value should be and what it is, as who sends JSON says it; a text or number is repeated, which claims may be. */
function kinds(types: readonly string[], value: unknown): Finding['args'] {
  const given = typeof value === 'object' ? kindWords(value) : givenWords(value);
  return { wanted: kindsInWords(types), given };
}

/** The fact at a path, or of the list that an item stands in. */
function factAt(claimType: ClaimType, path: readonly string[]) {
  return claimType.facts.get(path.join('.')) ?? claimType.facts.get(path.slice(0, -1).join('.'));
}

/** What to write where the item is there, as a number instead of a text or the other way round. */
function ofOtherType(items: readonly string[], given: unknown): { readonly meant?: Label } {
  const item = items.find((one) => typeof sentItem(one) !== typeof given && isAlike(one, String(given)));
  return item === undefined ? {} : { meant: writtenAs(sentItem(item)) };
}

/** The same text, or, as 01 and 1, the same number. */
function isAlike(item: string, given: string): boolean {
  const figures = /^[0-9]+$/;
  return item === given || (figures.test(item) && figures.test(given) && Number(item) === Number(given));
}

/** Items as a claim sends them, each with its label: "1（一级）". */
function itemsWords(items: readonly (readonly [string, Label | undefined])[]): Label {
  const words = (language: 'zh' | 'en', open: string, close: string) =>
    listed(
      items.map(([id, label]) => {
        const [sent, name] = [String(sentItem(id)), label?.[language] ?? id];
        return name === id ? sent : `${sent}${open}${name}${close}`;
      }),
    )[language];
  return { zh: words('zh', '（', '）'), en: words('en', ' (', ')') };
}
