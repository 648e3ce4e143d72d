import type { DocumentedResponse, ServedDocument } from './served-document.ts';

/** What belongs to the transport, the length and the type of the body, which are described elsewhere or not at all. */
const transport = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'date'],
  ...['content-type', 'content-length', 'content-encoding'],
]);

/** What is wrong with the headers of an answer by what the document says of it; empty where nothing is. */
export function headerFaults(document: ServedDocument, response: DocumentedResponse, sent: Headers): readonly string[] {
  const described = document.headersOf(response);
  const names = new Set(described.map(([name]) => name.toLowerCase()));
  const more = [...sent.keys()].filter((name) => !names.has(name) && !transport.has(name));
  const wrong = described.flatMap(([name, { required, schema }]) => {
    const value = sent.get(name);
    if (value === null) return required ? [`${name} is missing`] : [];
    return document.faults(schema, schema.type === 'integer' ? Number(value) : value).map((fault) => `${name}${fault}`);
  });
  return [...more.map((name) => `${name} is not described`), ...wrong];
}
