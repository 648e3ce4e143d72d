import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A schema as it stands in an OpenAPI document. */
export type Schema = Readonly<Record<string, unknown>>;

/** A parameter as the document describes it. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

interface MediaType {
  readonly schema: Schema;
  readonly 'x-itemSchema'?: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
type Contents = Readonly<Record<string, MediaType>>;

/** An answer as the document describes it. */
export interface DocumentedResponse {
  /** Of an answer that any address may give: the component that it is. */
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Contents;
}

/** An operation as the document describes it, with its method and path. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly DocumentedParameter[];
  readonly requestBody?: { readonly content: Contents };
  /** Empty: nobody has to say who they are. */
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

/** A header as the document describes it. */
export interface DocumentedHeader {
  readonly required: boolean;
  readonly schema: Schema;
}

interface Components {
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  readonly schemas: Schema;
  readonly headers: Readonly<Record<string, DocumentedHeader>>;
}

/** An OpenAPI document and nothing else: its operations, its schemas, and what it shows in examples. */
export class ServedDocument {
  readonly operations: readonly DocumentedOperation[];
  /** Every text in an example of a request that was answered, and of every answer; what a reader would try first. */
  readonly examples: ReadonlySet<string>;
  readonly #schemas: Schema;
  readonly #headers: Components['headers'];
  readonly #ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, ownProperties: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  readonly #shown = new Map<string, readonly string[]>();

  constructor(document: Schema) {
    const paths = document.paths as Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
    const { components } = document as { readonly components: Components };
    this.operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const responses = withComponents(operation.responses, components.responses);
        return { ...operation, responses, path, method: method.toUpperCase() };
      }),
    );
    this.#schemas = components.schemas;
    this.#headers = components.headers;
    this.#ajv.addFormat('date', isDate);
    this.#ajv.addFormat('money', {
      type: 'number',
      validate: (value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-4,
    });
    this.#ajv.addSchema({ $id: 'document', $defs: inBundle(this.#schemas) });
    this.examples = new Set(this.operations.flatMap((operation) => [...textsIn(successesOf(operation))]));
  }

  operation(id: string): DocumentedOperation {
    const found = this.operations.find(({ operationId }) => operationId === id);
    if (found === undefined) throw new RangeError(`no operation ${id}`);
    return found;
  }

  /** A schema with its reference followed; what stands beside a reference holds too. */
  resolved(schema: Schema): Schema {
    const { $ref, ...beside } = schema;
    if (typeof $ref !== 'string') return schema;
    const target = this.#schemas[$ref.replace('#/components/schemas/', '')];
    if (target === undefined) throw new RangeError(`no component ${$ref}`);
    return { ...this.resolved(target as Schema), ...beside };
  }

  /** The headers of an answer by their names. */
  headersOf({ headers = {} }: DocumentedResponse): readonly (readonly [name: string, header: DocumentedHeader])[] {
    return Object.entries(headers).map(([name, { $ref }]) => {
      const found = this.#headers[$ref.replace('#/components/headers/', '')];
      if (found === undefined) throw new RangeError(`no component ${$ref}`);
      return [name, found];
    });
  }

  /** Texts of the examples that a schema of texts describes. */
  shown(schema: Schema): readonly string[] {
    const key = JSON.stringify([schema.pattern, schema.format]);
    let found = this.#shown.get(key);
    if (found === undefined) {
      found = [...this.examples].filter((one) => this.faults(schema, one).length === 0);
      this.#shown.set(key, found);
    }
    return found;
  }

  /** What is wrong with a value by a schema of the document; empty where nothing is. */
  faults(schema: Schema, value: unknown): readonly string[] {
    const key = JSON.stringify(schema);
    let check = this.#compiled.get(key);
    if (check === undefined) {
      check = this.#ajv.compile(inBundle(schema));
      this.#compiled.set(key, check);
    }
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }
}

/** The schema with its references to components made to the one bundle that the validator knows. */
function inBundle(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"document#/$defs/')) as Schema;
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function successesOf({ parameters = [], requestBody, responses }: DocumentedOperation): unknown[] {
  const shown = (contents: Contents = {}) =>
    Object.values(contents).flatMap(({ examples = {} }) => Object.values(examples).map(({ value }) => value));
  return [parameters.map(({ example }) => example), shown(requestBody?.content), shown(responses['200']?.content)];
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsIn(one);
}

/** Answers with those that stand among the components in the place of the references to them. */
function withComponents(
  own: DocumentedOperation['responses'],
  known: Components['responses'],
): DocumentedOperation['responses'] {
  const entries = Object.entries(own).map(([status, response]) => {
    if (response.$ref === undefined) return [status, response] as const;
    const found = known[response.$ref.replace('#/components/responses/', '')];
    if (found === undefined) throw new RangeError(`no component ${response.$ref}`);
    return [status, { ...found, $ref: response.$ref }] as const;
  });
  return Object.fromEntries(entries);
}
