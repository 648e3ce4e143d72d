import { Ajv2020 } from 'ajv/dist/2020.js';
import configuration from '../../schemas/configuration.schema.json' with { type: 'json' };
import forms from '../../schemas/forms.schema.json' with { type: 'json' };
import jurisdictions from '../../schemas/jurisdictions.schema.json' with { type: 'json' };
import language from '../../schemas/language.schema.json' with { type: 'json' };
import override from '../../schemas/override.schema.json' with { type: 'json' };
import ruleSet from '../../schemas/rule-set.schema.json' with { type: 'json' };
import sampleOffice from '../../schemas/sample-office.schema.json' with { type: 'json' };
import scenarios from '../../schemas/scenarios.schema.json' with { type: 'json' };
import typicalClaims from '../../schemas/typical-claims.schema.json' with { type: 'json' };
import { isDate, isInstant } from '../domain/dates.ts';
import { isDecimal } from '../domain/decimal.ts';
import { isMoney } from '../domain/money.ts';
import settings from './ajv-settings.json' with { type: 'json' };
import type { Formats } from './schema-miss.ts';
import { type SchemaObject, SchemaRegistry } from './schema-registry.ts';

/** The kinds of documents there are, each with its schema. */
export const schemaIds = {
  RuleSet: 'rule-set.schema.json',
  Override: 'override.schema.json',
  Jurisdictions: 'jurisdictions.schema.json',
  Scenarios: 'scenarios.schema.json',
  TypicalClaims: 'typical-claims.schema.json',
  SampleOffice: 'sample-office.schema.json',
} as const;

/** What a document says it is. */
export type DocumentKind = keyof typeof schemaIds;

/** All kinds, in the order they are offered. */
export const documentKinds = Object.keys(schemaIds) as readonly DocumentKind[];

/** Numbers of at most so many decimals: `decimal1` to `decimal4`. */
const decimals = {
  decimal1: (value: number) => isDecimal(value, 1),
  decimal2: (value: number) => isDecimal(value, 2),
  decimal3: (value: number) => isDecimal(value, 3),
  decimal4: (value: number) => isDecimal(value, 4),
} as const;

/** What `format` means here: dates are real ones, instants a date or one with a time zone, money has at most two decimals. */
export const formats: Formats = { date: isDate, instant: isInstant, money: isMoney, ...decimals };

/** All our schemas. */
export const schemaDocuments = [
  language,
  forms,
  ruleSet,
  override,
  jurisdictions,
  scenarios,
  configuration,
  typicalClaims,
  sampleOffice,
] as readonly unknown[] as readonly SchemaObject[];

/** Our schemas, for whoever reads them. */
export const schemaRegistry = new SchemaRegistry(schemaDocuments);

/** The schema of a kind of document. */
export function schemaOf(kind: DocumentKind): SchemaObject {
  return schemaRegistry.document(schemaIds[kind]);
}

/** The formats as Ajv takes them. */
export const ajvFormats = {
  date: { type: 'string', validate: isDate },
  instant: { type: 'string', validate: isInstant },
  money: { type: 'number', validate: isMoney },
  decimal1: { type: 'number', validate: decimals.decimal1 },
  decimal2: { type: 'number', validate: decimals.decimal2 },
  decimal3: { type: 'number', validate: decimals.decimal3 },
  decimal4: { type: 'number', validate: decimals.decimal4 },
} as const;

/** What a new Ajv is asked to do beside its work. */
interface AjvSettings {
  readonly optimize?: boolean;
  readonly validateSchema?: boolean;
}

/**
 * A new Ajv that knows our formats and annotations.
 * @param optimize whether the code it makes is gone over once more: worth it where that runs a million times
 * @param validateSchema whether its schemas are held to what a JSON Schema is before they are compiled; that takes longer than all
 *   else, for the schema of schemas has to be compiled first
 */
export function newAjv({ optimize = true, validateSchema = true }: AjvSettings = {}): Ajv2020 {
  const ajv = new Ajv2020({ ...settings.options, code: { optimize }, validateSchema });
  for (const [name, format] of Object.entries(ajvFormats)) ajv.addFormat(name, format);
  ajv.addVocabulary(settings.vocabulary);
  return ajv;
}
