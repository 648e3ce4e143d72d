import { describe, expect, it } from 'vitest';
import { schemas } from '../answers.ts';

type Schema = Readonly<Record<string, unknown>>;

const own = [...schemas.keys()].filter((name) => /-answer$|^(funding|verification)-request$|^answers$/.test(name));

/** What a reference beside or instead of words leads to. */
function target(reference: unknown, from: string): Schema {
  const [file = '', path] = String(reference).split('#/$defs/');
  const document = schemas.get(file === '' ? from : file.replace('.schema.json', '')) ?? {};
  return (path === undefined ? document : ((document.$defs as Record<string, Schema>)[path] ?? {})) as Schema;
}

/** Places of a schema where a field is not described, or a map does not say what else it takes. */
function* gaps(schema: unknown, name: string, at: string): Generator<string> {
  if (Array.isArray(schema)) for (const [index, one] of schema.entries()) yield* gaps(one, name, `${at}/${index}`);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  const { properties, ...rest } = schema as Schema;
  if (rest.type === 'object' && rest.oneOf === undefined && rest.additionalProperties === undefined) yield `${at} open`;
  for (const [field, one] of Object.entries((properties ?? {}) as Record<string, Schema>)) {
    const said = one.description ?? (one.$ref === undefined ? undefined : target(one.$ref, name).description);
    if (typeof said !== 'string' || said.length < 4) yield `${at}/${field} undescribed`;
    yield* gaps(one, name, `${at}/${field}`);
  }
  for (const [key, one] of Object.entries(rest)) yield* gaps(one, name, `${at}/${key}`);
}

describe('schemas of answers', () => {
  it('are all looked at', () => {
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect([...gaps({ type: 'object', properties: { a: {} } }, 'x', 'x')]).toEqual(['x open', 'x/a undescribed']);
  });

  it.each(own)('%s describes every field, says what it is and takes no others', (name) => {
    const schema = schemas.get(name);
    expect(schema).toMatchObject({
      $id: `${name}.schema.json`,
      title: expect.any(String),
      description: expect.any(String),
    });
    expect([...gaps(schema, name, name)]).toEqual([]);
  });
});
