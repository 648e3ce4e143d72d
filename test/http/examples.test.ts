import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ExampleAnswer, type ExampleRequest, exampleRequests } from '../../server/http/openapi/examples.ts';
import { problemCodes } from '../../server/http/problem-status.ts';
import { root } from '../house/sources.ts';
import { newApi } from './api.ts';
import { SetUps } from './set-ups.ts';

/**
 * The examples of the OpenAPI document: each request is sent, and its answer is the one that the document shows. With
 * UPDATE_EXAMPLES=1 (npm run generate) the answers are written instead.
 */
const file = join(root, 'schemas/examples/answers.json');
const update = process.env.UPDATE_EXAMPLES === '1';
const shown = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, ExampleAnswer>>;
const given: Record<string, Record<string, ExampleAnswer>> = {};
const setUps = new SetUps();
const api = newApi(setUps);

/** Answers that differ each time: only the beginning is shown. */
const volatile = new Set(['metrics', 'readOpenApi']);

afterAll(async () => {
  await setUps.stop();
  // Only where they differ: a file that is written makes the bundle stale.
  const text = (answers: unknown) => `${JSON.stringify(answers, null, 2)}\n`;
  if (update && text(given) !== text(JSON.parse(readFileSync(file, 'utf8')))) writeFileSync(file, text(given));
});

/** Long lists and maps cut to their first three; a page of examples is to be read. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, value.length > 8 ? 3 : 8).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.slice(0, entries.length > 24 ? 3 : 24).map(([key, one]) => [key, shortened(one)]));
}

const all = Object.entries(exampleRequests).flatMap(([operation, own]) =>
  own.map((request) => [operation, request.name, request] as const),
);

describe('an example', () => {
  it.each(all)('%s %s is answered as shown', async (operation, name, request: ExampleRequest) => {
    const { status, headers, text, json } = await api.send(operation, request);
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const isJson = /[/+]json$/.test(type);
    const answer = volatile.has(operation)
      ? text.slice(0, 40)
      : isJson
        ? shortened(json)
        : type === 'application/x-ndjson'
          ? text
          : text.split('\n').slice(0, 12).join('\n');
    given[operation] = { ...given[operation], [name]: { status, type, answer } };
    if (!update) expect(given[operation][name]).toEqual(shown[operation]?.[name]);
    if (status >= 400 && operation !== 'readyz') expect((json as { code?: string }).code).toBe(name);
  });

  it('stands for every problem that there is', () => {
    const codes = new Set(all.map(([, name]) => name));
    expect(problemCodes.filter((code) => !codes.has(code) && !unreachable.has(code))).toEqual([]);
  });

  it('stands for every operation', () => {
    expect(api.operations().filter((operation) => !Object.hasOwn(exampleRequests, operation))).toEqual([]);
  });
});

/** Codes that no example of the city's rules can show, and where they are made. */
const unreachable = new Map<string, string>([
  ...['unknownClaimType', 'unknownItem', 'notAnAmount', 'noFigure', 'keyNeeded'].map(
    (code) => [code, 'the schema of the claim or of the request refuses it first; told by the engine alone'] as const,
  ),
  ...['requestMalformed', 'headersTooLarge'].map(
    (code) => [code, 'test/http/unreadable.test.ts: answered before there is an operation'] as const,
  ),
  ...['lineTooLong', 'draftsNotTaken'].map((code) => [code, 'test/http/batch: stands inside an answer'] as const),
  ...['fundingNone', 'fundingTypeNeeded', 'fundingCarriedTwice', 'fundingNotCarried', 'fundingMovedToWaived'].map(
    (code) => [code, 'test/usecases/funding.test.ts: other rules'] as const,
  ),
  ...['signInBusy', 'lastAdministrator'].map((code) => [code, 'test/http/people: several at once'] as const),
  ...['selfApproval', 'selfReturn', 'selfPublication', 'selfResumption'].map(
    (code) => [code, 'test/http/drafts/rights.test.ts: people who are both editor and reviewer'] as const,
  ),
  ...['approvalNotNeeded', 'approvalMissing', 'groundMoved', 'notApproved'].map(
    (code) => [code, 'test/http/drafts: what others do meanwhile, or the day that comes'] as const,
  ),
  ['auditDamaged', 'test/http/damaged-registry.test.ts: a damaged disk'],
  ['proofCutOff', 'test/usecases/proof-jobs.test.ts: the service was started anew'],
  ['proofTooLarge', 'test/http/proofs.test.ts: a thread with little memory'],
  ['overrideReasonMissing', 'test/http/drafts/proof-gate.test.ts: a county that hides a cliff'],
  ...['tooManyComments', 'tooManyOpenDrafts', 'draftTextTooLarge', 'draftTextDamaged'].map(
    (code) => [code, 'test/workflow, test/store: hundreds of them, or a damaged disk'] as const,
  ),
  ...['storeReadOnly', 'storeFailed', 'storeForbidden', 'auditFailed'].map(
    (code) => [code, 'test/store/faults.test.ts: the disk fails'] as const,
  ),
  ...['requestOutOfRange', 'requestNotAName', 'claimTooLong'].map(
    (code) => [code, 'test/usecases: fields that the city does not have, or long texts'] as const,
  ),
]);
