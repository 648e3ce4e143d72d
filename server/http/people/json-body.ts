import type { Content } from '../route.ts';

/** Bytes of a request about people: the longest holds fifty grants or a thousand codes. */
const MOST_BYTES = 64 * 1024;

/** A body in JSON, and nothing a form of another site could send. */
export function jsonBody(name: string) {
  const contents: readonly Content[] = [jsonContent(name)];
  return { contents, limit: MOST_BYTES };
}

/** JSON by a schema of people. */
export function jsonContent(name: string): Content {
  return { type: 'application/json', schema: `people.schema.json#/$defs/${name}` };
}
