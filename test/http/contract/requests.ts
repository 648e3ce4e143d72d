import fc from 'fast-check';
import { arbitraryOf } from './arbitrary-value.ts';
import { brokenText, mutatedJson, oddHeaders, oddTexts } from './mutations.ts';
import type { DocumentedOperation, DocumentedParameter, ServedDocument } from './served-document.ts';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  /** True where it was made as the document says, with nothing changed afterwards. */
  readonly asDocumented: boolean;
}

type Values = Readonly<Record<string, string | undefined>>;

/** Requests of an operation that the document describes: as it says. */
export function documentedRequests(
  operation: DocumentedOperation,
  document: ServedDocument,
): fc.Arbitrary<WireRequest> {
  const bodies = bodiesOf(operation, document);
  return fc.tuple(parametersOf(operation, document), bodies ?? fc.constant(undefined)).map(([values, body]) => ({
    method: operation.method,
    address: addressOf(operation, values),
    headers: {
      'Accept-Language': 'en',
      ...(body === undefined ? {} : { 'Content-Type': body.type }),
      ...headersOf(operation, values),
    },
    body: body?.text,
    asDocumented: true,
  }));
}

/** The same with something about them changed: the body, a header, a parameter, the method. */
export function mutatedRequests(operation: DocumentedOperation, document: ServedDocument): fc.Arbitrary<WireRequest> {
  const good = documentedRequests(operation, document);
  const { parameters = [] } = operation;
  const changes: fc.Arbitrary<WireRequest>[] = [
    fc.tuple(good, oddHeaders).map(([one, more]) => ({ ...one, headers: { ...one.headers, ...more } })),
    fc
      .tuple(good, fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'))
      .map(([one, method]) => ({
        ...one,
        method,
        body: method === 'GET' || method === 'HEAD' ? undefined : one.body,
      })),
    fc
      .tuple(good, fc.constantFrom('extra=1', '__proto__=1', '%', '%00', '&&==', 'date=', 'date=x&date=y'))
      .map(([one, query]) => ({
        ...one,
        address: `${one.address}${one.address.includes('?') ? '&' : '?'}${query}`,
      })),
  ];
  if (parameters.length > 0) {
    const odd = fc.tuple(
      parametersOf(operation, document),
      fc.constantFrom(...parameters),
      fc.constantFrom(...oddTexts, undefined),
    );
    changes.push(
      fc.tuple(good, odd).map(([one, [values, parameter, text]]) => ({
        ...one,
        address: addressOf(operation, changed(values, parameter, text)),
        headers: { ...one.headers, ...headersOf(operation, changed(values, parameter, text)) },
      })),
    );
  }
  const json = jsonOf(operation, document);
  if (json !== null) {
    const wrong = fc.oneof(
      { weight: 5, arbitrary: mutatedJson(json) },
      { weight: 2, arbitrary: brokenText(json.map((one) => JSON.stringify(one))) },
    );
    for (let weight = 0; weight < 6; weight += 1) {
      changes.push(fc.tuple(good, wrong).map(([one, body]) => ({ ...one, body })));
    }
  } else if (operation.requestBody !== undefined) {
    const texts = bodiesOf(operation, document)?.map(({ text }) => text) ?? fc.constant('');
    changes.push(fc.tuple(good, brokenText(texts)).map(([one, body]) => ({ ...one, body })));
  }
  return fc.oneof(...changes).map((one) => ({ ...one, asDocumented: false }));
}

function changed(values: Values, { name, in: place }: DocumentedParameter, text: string | undefined): Values {
  // A path with nothing in a parameter's place is another path.
  if (place === 'path' && (text === undefined || text === '')) return values;
  return { ...values, [name]: text };
}

function parametersOf({ parameters = [] }: DocumentedOperation, document: ServedDocument): fc.Arbitrary<Values> {
  return fc
    .tuple(
      ...parameters.map(({ name, required, schema, example }) => {
        const any = arbitraryOf(schema, document);
        const likely = example === undefined ? any : fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, any);
        const one = required ? likely : fc.option(likely, { nil: undefined, freq: 2 });
        return one.map((value) => [name, value === undefined ? undefined : String(value)] as const);
      }),
    )
    .map((entries) => Object.fromEntries(entries));
}

/** An address cannot hold half a character; what is longer than 16 KiB is refused by Node before the interface sees it. */
const wellFormed = (text: string) => Buffer.from(text.slice(0, 500)).toString();

/** The address of an operation with these parameters. */
export function addressOf(
  { path, parameters = [] }: Pick<DocumentedOperation, 'path' | 'parameters'>,
  values: Values,
): string {
  let address = path;
  const query: string[] = [];
  for (const { name, in: place } of parameters) {
    const value = values[name];
    if (value === undefined) continue;
    const text = encodeURIComponent(wellFormed(value));
    if (place === 'path') address = address.replace(`{${name}}`, text);
    else if (place === 'query') query.push(`${name}=${text}`);
  }
  return query.length === 0 ? address : `${address}?${query.join('&')}`;
}

/** The parameters that stand in headers; what no header can hold is written as in an address. */
function headersOf({ parameters = [] }: DocumentedOperation, values: Values): Readonly<Record<string, string>> {
  const own = parameters.filter(({ in: place, name }) => place === 'header' && values[name] !== undefined);
  const printable = (text: string) => (/^[\x21-\x7e]*$/.test(text) ? text : encodeURIComponent(wellFormed(text)));
  return Object.fromEntries(own.map(({ name }) => [name, printable(values[name] ?? '')]));
}

/** JSON bodies; of bodies with one value a line, a line. Null where there are none. */
function jsonOf({ requestBody }: DocumentedOperation, document: ServedDocument): fc.Arbitrary<unknown> | null {
  const found = Object.entries(requestBody?.content ?? {}).find(([type]) => /json$/.test(type))?.[1];
  if (found === undefined) return null;
  const schema = found['x-itemSchema'] ?? found.schema;
  const made = arbitraryOf(schema, document).filter((one) => document.faults(schema, one).length === 0);
  const shown = Object.values(found.examples ?? {})
    .map(({ value }) => value)
    .filter((value) => typeof value === 'object');
  return shown.length === 0
    ? made
    : fc.oneof({ weight: 4, arbitrary: made }, { weight: 1, arbitrary: fc.constantFrom(...shown) });
}

function bodiesOf(
  operation: DocumentedOperation,
  document: ServedDocument,
): fc.Arbitrary<{ type: string; text: string }> | null {
  const contents = Object.entries(operation.requestBody?.content ?? {});
  if (contents.length === 0) return null;
  const types = fc.constantFrom(...contents.map(([type]) => type));
  const json = jsonOf(operation, document);
  const lines = contents[0]?.[1]['x-itemSchema'] !== undefined;
  const shown = contents.flatMap(([, { examples = {} }]) => Object.values(examples).map(({ value }) => String(value)));
  const texts =
    json === null
      ? fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom('', ...shown) },
          fc.string({ maxLength: 200, unit: 'grapheme' }),
        )
      : lines
        ? fc.array(json, { maxLength: 6 }).map((values) => values.map((one) => `${JSON.stringify(one)}\n`).join(''))
        : json.map((one) => JSON.stringify(one));
  return fc.tuple(types, texts).map(([type, text]) => ({ type, text }));
}
