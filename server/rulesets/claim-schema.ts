import { DECIMAL_LIMIT } from '../domain/decimal.ts';
import { historyNames } from './counters.ts';
import { isDerived } from './derived.ts';
import type { ClaimType, EffectiveRuleSet, Fact, FactKind } from './effective-rule-set.ts';
import { potsOf } from './pots.ts';
import { layersReached } from './reach.ts';
import type { SchemaObject } from './schema-registry.ts';

/** Money of a claim in CNY; `format: money` refuses more than two decimals, which no numeric keyword can say exactly. */
const money = {
  description: 'CNY, at most two decimals',
  type: 'number',
  minimum: 0,
  exclusiveMaximum: 10_000_000_000,
  format: 'money',
} as const satisfies SchemaObject;

/** Whole numbers that JSON carries exactly. */
const SAFE = Number.MAX_SAFE_INTEGER;

/** Most items of a list fact. */
const LIST_ITEMS = 1_000;

/**
 * The JSON Schema (2020-12) of a claim of one type: its declared facts, nested by their paths, what others paid by pot, what
 * other systems settled by layer, and the history by period and layer or rule. Every claim is checked by it; who sends
 * claims is told more, see `publishedClaimSchema`.
 * @throws RangeError where the rule set declares no such type
 */
export function claimSchema(effective: EffectiveRuleSet, type: string): SchemaObject {
  const claimType = effective.claims.get(type);
  if (claimType === undefined) throw new RangeError(`no claim type ${type}`);
  const facts = factsSchema(claimType);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: claimType.label.zh,
    description: claimType.label.en,
    ...facts,
    required: ['type', ...(facts.required ?? [])],
    properties: {
      type: { const: type },
      ...facts.properties,
      ...brought(effective, type),
      history: historySchema(effective),
    },
  };
}

/** Money and whole numbers that JSON holds: everything a claim brings beside its facts. */
function brought(effective: EffectiveRuleSet, type: string): Readonly<Record<string, SchemaObject>> {
  const amounts = (names: Iterable<string>, description: string): SchemaObject => ({
    description,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...names].map((name) => [name, money])),
  });
  return {
    paidElsewhere: amounts(potsOf(effective, type), '其他途径已支付的金额，按费用项目 · paid by others, by pot'),
    settled: amounts(
      layersReached(effective, type),
      '其他系统已结算的金额，按保障层 · settled by another system, by layer',
    ),
  };
}

function factsSchema(claimType: ClaimType): SchemaObject {
  const tree: Branch = { facts: new Map() };
  for (const fact of claimType.facts.values()) {
    if (isDerived(fact.type)) continue;
    const steps = fact.id.split('.');
    let branch = tree;
    for (const step of steps.slice(0, -1)) {
      const next = branch.facts.get(step);
      const below: Branch = next !== undefined && 'facts' in next ? next : { facts: new Map() };
      branch.facts.set(step, below);
      branch = below;
    }
    branch.facts.set(steps.at(-1) ?? fact.id, fact);
  }
  return branchSchema(tree);
}

/** Facts by one step of their paths. */
interface Branch {
  readonly facts: Map<string, Branch | Fact>;
}

function branchSchema({ facts }: Branch): SchemaObject {
  const entries = [...facts];
  const required = entries.filter(([, one]) => isRequired(one)).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(
      entries.map(([name, one]) => [name, 'facts' in one ? branchSchema(one) : factSchema(one)]),
    ),
  };
}

function isRequired(one: Branch | Fact): boolean {
  return 'facts' in one ? [...one.facts.values()].some(isRequired) : one.default.kind === 'required';
}

function factSchema(fact: Fact): SchemaObject {
  const { zh, en } = fact.label;
  const preset = fact.default.kind === 'value' ? { default: fact.default.value } : {};
  return { title: zh, ...(en === zh ? {} : { description: en }), ...kindSchema(fact.type), ...preset };
}

function kindSchema(kind: FactKind): SchemaObject {
  switch (kind.kind) {
    case 'choice':
      return { enum: [...kind.items.keys()].map(sentItem) };
    case 'money':
      return {
        type: money.type,
        minimum: money.minimum,
        exclusiveMaximum: money.exclusiveMaximum,
        format: money.format,
      };
    case 'integer':
      return integerSchema(kind);
    case 'decimal':
      return decimalSchema(kind);
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'list': {
      const items = kind.items === null ? integerSchema(kind) : { enum: [...kind.items.keys()].map(sentItem) };
      return { type: 'array', maxItems: LIST_ITEMS, items };
    }
    default:
      return { type: 'string', maxLength: 2_000 };
  }
}

function integerSchema({ atLeast, atMost }: { readonly atLeast: number | null; readonly atMost: number | null }) {
  return { type: 'integer', minimum: atLeast ?? -SAFE, maximum: atMost ?? SAFE } as const;
}

/** `format: decimal2` refuses more than two decimals, as that of money does. */
function decimalSchema({ places, atLeast, atMost }: FactKind & { readonly kind: 'decimal' }) {
  const most = atMost === null ? { exclusiveMaximum: DECIMAL_LIMIT } : { maximum: atMost };
  return { type: 'number', minimum: atLeast ?? 0, ...most, format: `decimal${places}` } as const;
}

/** A choice's item as a claim sends it: one that looks like a whole number is sent as one. */
export function sentItem(item: string): string | number {
  return /^(0|[1-9][0-9]{0,14})$/.test(item) ? Number(item) : item;
}

/** Counters by period, then by layer or rule. A counter named by a layer may be brought as its rules'. */
function historySchema(effective: EffectiveRuleSet): SchemaObject {
  const counter: SchemaObject = {
    type: 'object',
    additionalProperties: false,
    properties: { base: money, deductible: money, paid: money, count: { type: 'integer', minimum: 0, maximum: SAFE } },
  };
  const period = (names: ReadonlySet<string>): SchemaObject => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...names].map((name) => [name, counter])),
  });
  return {
    description: '同一期间此前的累计 · what earlier claims of the same period left behind',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...historyNames(effective)].map(([name, names]) => [name, period(names)])),
  };
}
