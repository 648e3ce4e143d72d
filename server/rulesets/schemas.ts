import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import configuration from '../../schemas/configuration.schema.json' with { type: 'json' };
import forms from '../../schemas/forms.schema.json' with { type: 'json' };
import jurisdictions from '../../schemas/jurisdictions.schema.json' with { type: 'json' };
import language from '../../schemas/language.schema.json' with { type: 'json' };
import override from '../../schemas/override.schema.json' with { type: 'json' };
import ruleSet from '../../schemas/rule-set.schema.json' with { type: 'json' };
import scenarios from '../../schemas/scenarios.schema.json' with { type: 'json' };
import typicalClaims from '../../schemas/typical-claims.schema.json' with { type: 'json' };
import { isDate, isInstant } from '../domain/dates.ts';
import { isMoney } from '../domain/money.ts';
import type { Formats } from './schema-miss.ts';
import { type SchemaObject, SchemaRegistry } from './schema-registry.ts';

/** The kinds of documents there are, each with its schema. */
export const schemaIds = {
  RuleSet: 'rule-set.schema.json',
  Override: 'override.schema.json',
  Jurisdictions: 'jurisdictions.schema.json',
  Scenarios: 'scenarios.schema.json',
  TypicalClaims: 'typical-claims.schema.json',
} as const;

/** What a document says it is. */
export type DocumentKind = keyof typeof schemaIds;

/** All kinds, in the order they are offered. */
export const documentKinds = Object.keys(schemaIds) as readonly DocumentKind[];

/** What `format` means here: dates are real ones, instants a date or one with a time zone, money has at most two decimals. */
export const formats: Formats = { date: isDate, instant: isInstant, money: isMoney };

const documents = [
  language,
  forms,
  ruleSet,
  override,
  jurisdictions,
  scenarios,
  configuration,
  typicalClaims,
] as readonly unknown[] as readonly SchemaObject[];

/** Our schemas, for whoever reads them. */
export const schemaRegistry = new SchemaRegistry(documents);

/** The schema of a kind of document. */
export function schemaOf(kind: DocumentKind): SchemaObject {
  return schemaRegistry.document(schemaIds[kind]);
}

/**
 * A new Ajv that knows our formats and annotations.
 * @param optimize whether the code it makes is gone over once more: worth it where that runs a million times
 */
export function newAjv({ optimize = true }: { readonly optimize?: boolean } = {}): Ajv2020 {
  const strict = { strictRequired: false, strictTypes: false };
  const ajv = new Ajv2020({ discriminator: true, allowUnionTypes: true, ...strict, code: { optimize } });
  ajv.addFormat('date', { type: 'string', validate: isDate });
  ajv.addFormat('instant', { type: 'string', validate: isInstant });
  ajv.addFormat('money', { type: 'number', validate: isMoney });
  ajv.addVocabulary(['names', 'unit', 'shape', 'exact', 'complaint', 'refused', 'variable', 'derived', 'secret']);
  return ajv;
}

let compiled: Ajv2020 | null = null;

/** Whether a document fits the schema of its kind: Ajv's word. */
export function fitsSchema(kind: DocumentKind, document: unknown): boolean {
  return fits(schemaIds[kind], document);
}

/** Whether data fits one of our schemas, by its `$id`: Ajv's word. The schemas are compiled when first needed. */
export function fits(id: string, data: unknown): boolean {
  if (compiled === null) {
    // Going over the code of all schemas takes a third of the first check, and no text is long enough to win it back.
    compiled = newAjv({ optimize: false });
    for (const schema of documents) compiled.addSchema(schema);
  }
  const validate = compiled.getSchema(id) as ValidateFunction;
  return validate(data) === true;
}
