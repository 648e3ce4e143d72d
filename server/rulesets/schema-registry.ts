/** The part of JSON Schema 2020-12 that our schemas use, with annotations of our own. */
export interface SchemaObject {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly SchemaObject[];
  readonly not?: {
    readonly complaint?: string;
    readonly type?: string;
    readonly pattern?: string;
    readonly anyOf?: readonly SchemaObject[];
  };
  readonly discriminator?: { readonly propertyName: string };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  /** What a text refers to: a standard, fact, pot, part, or a fact of a kind. */
  readonly names?: string;
  /** The unit that a figure must stand in. */
  readonly unit?: string;
  /** Which way that figure is better for people: what a rule pays is higher, what it takes off lower; left out where neither is so. */
  readonly better?: 'higher' | 'lower';
  readonly even?: boolean;
  /** How a standard's value must be shaped: `rows`, `grades`. */
  readonly shape?: string;
  /** Codes to complain with, by keyword or by the kind of the value given. */
  readonly complaint?: Readonly<Record<string, string>>;
  /** Keys that are refused, each with the code that says why. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Of a setting: the environment variable's name where it does not follow from the path. */
  readonly variable?: string;
  /** Of a setting: what the default is made of, where it is no constant. */
  readonly derived?: string;
  /** Of a setting: never shown in full. */
  readonly secret?: boolean;
}

/** A schema; `true` takes everything. */
export type Schema = SchemaObject | boolean;

/** Finds what schemas refer to. References are made absolute once, so that each is found wherever it stands. */
export class SchemaRegistry {
  readonly #documents = new Map<string, SchemaObject>();
  readonly #flat = new WeakMap<SchemaObject, SchemaObject>();
  readonly #branches = new WeakMap<SchemaObject, readonly SchemaObject[]>();

  /** @param documents schemas by their `$id`, which is what references name */
  constructor(documents: readonly SchemaObject[]) {
    for (const document of documents) {
      const { $id = '' } = document;
      this.#documents.set($id, absolute(document, $id));
    }
  }

  /** A whole schema. */
  document(id: string): SchemaObject {
    return this.#documents.get(id) ?? {};
  }

  /** A schema with what it refers to written out; what stands beside the reference holds too. */
  flat(schema: Schema): SchemaObject {
    if (typeof schema === 'boolean') return {};
    if (schema.$ref === undefined) return schema;
    const known = this.#flat.get(schema);
    if (known !== undefined) return known;
    const { $ref, ...beside } = schema;
    const target = this.flat(this.#find($ref));
    const flat = withComplaint({ ...target, ...beside }, target);
    this.#flat.set(schema, flat);
    return flat;
  }

  /** The alternatives of an `anyOf`, those of an alternative among them. */
  branches(schema: SchemaObject): readonly SchemaObject[] {
    const known = this.#branches.get(schema);
    if (known !== undefined) return known;
    const branches = (schema.anyOf ?? []).flatMap((one) => {
      const branch = this.flat(one);
      return branch.anyOf === undefined ? [branch] : this.branches(branch).map((inner) => withComplaint(inner, branch));
    });
    this.#branches.set(schema, branches);
    return branches;
  }

  #find(reference: string): Schema {
    const [id = '', path] = reference.split('#/$defs/');
    const document = this.document(id);
    return path === undefined ? document : (document.$defs?.[path] ?? {});
  }
}

/** A schema that complains as the whole does where it has no words of its own. */
export function withComplaint(schema: SchemaObject, whole: SchemaObject): SchemaObject {
  if (whole.complaint === undefined) return schema;
  return { ...schema, complaint: { ...whole.complaint, ...schema.complaint } };
}

function absolute(schema: SchemaObject, id: string): SchemaObject {
  const rewritten = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`);
  return JSON.parse(rewritten) as SchemaObject;
}
