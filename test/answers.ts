import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDate } from '../server/domain/dates.ts';
import { isMoney } from '../server/domain/money.ts';

const folder = join(import.meta.dirname, '../schemas');

/** Every committed schema, by its file's name without endings. */
export const schemas = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => [
      file.replace('.schema.json', ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>,
    ]),
);

const ajv = new Ajv2020({ allErrors: true, strict: false, discriminator: true, formats: { date: isDate } });
ajv.addFormat('money', { type: 'number', validate: isMoney });
for (const schema of schemas.values()) ajv.addSchema(schema);

/** How a JSON value, or a JSON text, misses a schema of ours; nothing where it fits. */
export function misfits(name: string, json: unknown): readonly string[] {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  const value: unknown = typeof json === 'string' ? JSON.parse(json) : JSON.parse(JSON.stringify(json));
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
