import answers from '../../schemas/answers.schema.json' with { type: 'json' };
import edgesRequest from '../../schemas/edges-request.schema.json' with { type: 'json' };
import fundingRequest from '../../schemas/funding-request.schema.json' with { type: 'json' };
import language from '../../schemas/language.schema.json' with { type: 'json' };
import proofRequest from '../../schemas/proof-request.schema.json' with { type: 'json' };
import verificationRequest from '../../schemas/verification-request.schema.json' with { type: 'json' };
import type { Finding } from '../domain/finding.ts';
import { type Complaint, explainSchema } from './explain-schema.ts';
import { inFieldOrder } from './field-order.ts';
import { kindsInWords, kindWords } from './kind-words.ts';
import { stepsOf, valueAt } from './positions.ts';
import { type SchemaObject, SchemaRegistry } from './schema-registry.ts';
import { formats } from './schemas.ts';
import { inShort } from './words.ts';

/** Requests that are checked by their schema alone. */
const requests = {
  edges: edgesRequest,
  funding: fundingRequest,
  proof: proofRequest,
  verification: verificationRequest,
} as const;

const documents = [language, answers, ...Object.values(requests)] as readonly unknown[] as readonly SchemaObject[];

const registry = new SchemaRegistry(documents);

/** Most findings of one request. */
const FINDINGS = 100;

/** What is wrong with a request by its schema, each with its pointer, in the order of its fields; nothing where it fits. */
export function checkRequest(kind: keyof typeof requests, value: unknown): readonly Finding[] {
  const schema = registry.document(requests[kind].$id);
  const complaints = explainSchema(registry, schema, value, formats, FINDINGS, 'asListed');
  const findings = complaints.map((complaint) => findingOf(complaint, value));
  return inRequestOrder(kind, findings, value);
}

/** What is wrong with a request, also what its schema does not say, in the order of the fields that the schema lists. */
export function inRequestOrder(
  kind: keyof typeof requests,
  findings: readonly Finding[],
  value: unknown,
): readonly Finding[] {
  return inFieldOrder(findings, registry.document(requests[kind].$id), value, { registry });
}

/** What the explained schema says in a document's words, said of a request. */
const codes: Readonly<Record<string, string>> = {
  unknownKey: 'requestFieldUnknown',
  wideColon: 'requestFieldUnknown',
  missingKey: 'requestFieldMissing',
  notACode: 'requestNotCode',
  notADate: 'requestNotDate',
  notMoney: 'requestNotMoney',
  outOfRange: 'requestOutOfRange',
  notAName: 'requestNotAName',
  tooMany: 'requestTooMany',
  tooLong: 'requestTooLong',
};

function findingOf({ code, args, pointer, types }: Complaint, request: unknown): Finding {
  const missing = code === 'missingKey' ? String(args.key) : null;
  const path = missing === null ? pointer : `${pointer}/${missing}`;
  const steps = stepsOf(path);
  const field = codes[code] === 'requestFieldUnknown' ? inShort(steps.at(-1) ?? '') : steps.join('.');
  if (types !== undefined) {
    const told = { field, wanted: kindsInWords(types), given: kindWords(valueAt(request, steps)) };
    return { code: ofAnotherType(steps), severity: 'error', args: told, at: { pointer: path } };
  }
  const value = plainly(args.given);
  // Its words set what was given in marks of their own.
  const given = code === 'sideMalformed' ? { given: value } : {};
  return {
    code: codes[code] ?? code,
    severity: 'error',
    args: { ...args, field, value, ...given },
    at: { pointer: path },
  };
}

/** Something of another type is told as in a request for an evaluation, whatever the schema's own words for it are. */
function ofAnotherType(steps: readonly string[]): string {
  if (steps.length === 0) return 'requestNotObject';
  return steps.length === 1 && steps[0] === 'claim' ? 'claimNotMap' : 'requestWrongType';
}

/** A value as it was sent, without the marks that complaints set it in. */
function plainly(given: Finding['args'][string] | undefined): Finding['args'][string] {
  return typeof given === 'object' && given !== null ? given.zh.replace(/^“(.*)”$/su, '$1') : (given ?? null);
}
