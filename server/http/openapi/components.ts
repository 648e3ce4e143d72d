/** JSON Schema as it stands in a document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Keywords of ours, and those that mean nothing inside an OpenAPI document. */
const left = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'names',
  'better',
  'shape',
  'exact',
  'even',
  'complaint',
  'refused',
  'discriminator',
]);

/** `unit` is a keyword of ours only where a schema says in which unit a figure stands. */
const isAnnotation = (key: string, value: unknown) => left.has(key) || (key === 'unit' && typeof value === 'string');

/**
 * The schemas of documents as components of an OpenAPI document: each under a name, references made to names, annotations
 * of our own left out, and only what is referred to.
 */
export class Components {
  readonly #documents: ReadonlyMap<string, JsonSchema>;
  readonly #made = new Map<string, JsonSchema>();

  /** @param documents schemas, each with its `$id` */
  constructor(documents: readonly JsonSchema[]) {
    this.#documents = new Map(documents.map((one) => [String(one.$id), one]));
  }

  /** A reference to a schema by its file, or file and definition; the component is made when first asked for. */
  reference(target: string): JsonSchema {
    const name = this.#nameOf(target);
    if (!this.#made.has(name)) {
      // Held before it is made: a schema may refer to itself.
      this.#made.set(name, {});
      this.#made.set(name, this.#rewritten(this.#find(target), fileOf(target)));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** A schema that stands outside our documents, as a component of its own. */
  add(name: string, schema: JsonSchema): JsonSchema {
    this.#made.set(name, this.#rewritten(schema, ''));
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Says of a property that it is one of several components, or what it was described as before. */
  extend(name: string, property: string, alternatives: readonly JsonSchema[]): void {
    const { properties, ...rest } = (this.#made.get(name) ?? {}) as { readonly properties?: JsonSchema };
    const before = properties?.[property];
    this.#made.set(name, { ...rest, properties: { ...properties, [property]: { anyOf: [...alternatives, before] } } });
  }

  /** All that were made, by name, in the order of the alphabet. */
  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#made].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #find(target: string): JsonSchema {
    const document = this.#documents.get(fileOf(target));
    const definition = target.split('#/$defs/')[1];
    const found = definition === undefined ? document : (document?.$defs as Record<string, JsonSchema>)?.[definition];
    if (found === undefined) throw new RangeError(`no schema ${target}`);
    return found;
  }

  /** The schema's title; a definition without one is called after its document and itself, those of the language after themselves. */
  #nameOf(target: string): string {
    const { title } = this.#find(target);
    if (typeof title === 'string' && /^[A-Z][A-Za-z]*$/.test(title)) return title;
    const file = fileOf(target);
    const definition = target.split('#/$defs/')[1] ?? '';
    const owner = file === 'language.schema.json' ? '' : String(this.#documents.get(file)?.title ?? '');
    return `${owner}${definition.charAt(0).toUpperCase()}${definition.slice(1)}`;
  }

  #rewritten(schema: unknown, file: string): JsonSchema {
    return this.#rewrite(schema, file) as JsonSchema;
  }

  #rewrite(value: unknown, file: string): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#rewrite(one, file));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...rest } = value as JsonSchema;
    const entries = Object.entries(rest).filter(([key, one]) => !isAnnotation(key, one));
    const rewritten = entries.map(([key, one]) => [key, this.#rewriteKey(key, one, file)] as const);
    const reference = typeof $ref === 'string' ? this.reference($ref.startsWith('#') ? `${file}${$ref}` : $ref) : {};
    return { ...reference, ...Object.fromEntries(rewritten) };
  }

  /** Below `properties` keys are names and not keywords; values of `const`, `enum` and `default` are not schemas. */
  #rewriteKey(key: string, value: unknown, file: string): unknown {
    if (key === 'const' || key === 'enum' || key === 'default' || key === 'examples') return value;
    if (key !== 'properties' && key !== 'dependentRequired') return this.#rewrite(value, file);
    const named = Object.entries(value as JsonSchema).map(([name, one]) => [name, this.#rewrite(one, file)] as const);
    return Object.fromEntries(named);
  }
}

function fileOf(target: string): string {
  return target.split('#')[0] ?? '';
}
