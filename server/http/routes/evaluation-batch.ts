import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { inShort } from '../../rulesets/words.ts';
import { stillAllowed } from '../answer-request.ts';
import { arrivingPieces } from '../batch/arriving-pieces.ts';
import { evaluateBatch } from '../batch/evaluate-batch.ts';
import { encodingOf } from '../body.ts';
import { commonHeaders } from '../exchange.ts';
import { goOn } from '../expectant.ts';
import { limitedTo } from '../guard.ts';
import { date, explain, jurisdictionInQuery } from '../parameters.ts';
import { refusalOf } from '../problem.ts';
import { claimProblems, jsonProblems, requestProblems } from '../problem-groups.ts';
import type { Call, StreamRoute } from '../route.ts';
import type { Service } from '../service.ts';

/** The media type of one JSON value a line. */
const NDJSON = 'application/x-ndjson';

/**
 * `POST /api/v1/evaluations/batch`: one request a line in, one answer a line out, in order, as they come. Memory is bounded
 * whatever the length: who does not read is not read from. A failure of ours resets the connection, so that no half of an
 * answer passes for the whole.
 */
export function evaluationBatch(service: Service): StreamRoute {
  let underWay = 0;
  const route: StreamRoute = {
    method: 'POST',
    path: '/api/v1/evaluations/batch',
    operation: 'evaluateBatch',
    summary: { zh: '批量结算：每行一份申请（NDJSON）', en: 'Settle a stream of claims, one a line (NDJSON)' },
    description: {
      zh: '逐行应答，顺序一致，行数不限；有误的行在原位答复 {line, id, problem}。jurisdiction 与 date 可作为各行的默认值。可放心重发。服务出错时连接被重置，绝不以正常结束掩盖。',
      en: 'Answers line by line, in order, however many there are; a wrong line is answered in its place by {line, id, problem}. `jurisdiction` and `date` are defaults for lines that leave them out. Safe to send again. A failure of the service resets the connection and never looks like an end.',
    },
    scope: 'evaluate',
    parameters: [
      { ...jurisdictionInQuery, description: DEFAULT_CODE },
      { ...date, description: DEFAULT_DATE },
      explain,
    ],
    body: {
      contents: [
        { type: NDJSON, schema: { type: 'string' }, line: 'evaluation-request.schema.json' },
        { type: 'application/ndjson', schema: { type: 'string' }, line: 'evaluation-request.schema.json' },
      ],
      limit: Number.POSITIVE_INFINITY,
    },
    contents: [{ type: NDJSON, schema: { type: 'string' }, line: 'service.schema.json#/$defs/batchAnswer' }],
    headers: ['Content-Language'],
    problems: [
      ...jsonProblems,
      ...requestProblems,
      ...claimProblems,
      'draftsNotTaken',
      'lineTooLong',
      'jurisdictionNotAllowed',
    ],
    async stream(call, response) {
      if (underWay >= service.limits.batches) throw refusalOf('overloaded');
      const encoding = encodingOf(call.request);
      if (encoding !== null) throw refusalOf('unsupportedEncoding', { encoding: inShort(encoding) });
      underWay += 1;
      try {
        await pass(service, route, call, response);
      } finally {
        underWay -= 1;
      }
    },
  };
  return route;
}

const DEFAULT_CODE = { zh: '未写地区的行所用的代码', en: 'the jurisdiction of lines that name none' };
const DEFAULT_DATE = { zh: '未写日期的行所用的日期', en: 'the date of lines that name none' };

async function pass(
  service: Service,
  route: StreamRoute,
  call: Omit<Call, 'body'>,
  response: ServerResponse,
): Promise<void> {
  const { request, language, identity, parameters } = call;
  const { jurisdiction, date: day, explain: reasons } = parameters;
  const left = new AbortController();
  response.on('close', () => left.abort(new Error('the caller has left')));
  const pieces = whileAllowed(service, route, request);
  const answers = evaluateBatch(service.pool, pieces, {
    defaults: {
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      ...(day === undefined ? {} : { date: day }),
      ...(reasons === undefined ? {} : { explain: reasons === 'true' }),
    },
    language,
    limitedTo: await limitedTo(service, identity),
    lineLimit: service.limits.lineBytes,
    signal: left.signal,
    counted: counter(service),
  });
  const headers = {
    ...commonHeaders(call),
    'Content-Type': `${NDJSON}; charset=utf-8`,
    'Content-Language': language,
    Vary: 'Accept-Language',
  };
  for await (const piece of answers) {
    // Not before: until the first answer what fails can still be told by a problem.
    if (!response.headersSent) response.writeHead(200, headers);
    if (!response.write(piece)) await taken(response, service.limits, left.signal);
  }
  if (!response.headersSent) response.writeHead(200, headers);
  response.end();
}

/** What arrives, for as long as who sends it may: a batch lasts as long as they like. @throws Refusal */
async function* whileAllowed(service: Service, route: StreamRoute, request: IncomingMessage) {
  goOn(request);
  for await (const piece of arrivingPieces(request, service.deadline.stream())) {
    await stillAllowed(service, route, request);
    yield piece;
  }
}

/** Waits until the answers so far have been taken; whose reader takes them too slowly is cut off. */
async function taken(
  response: ServerResponse,
  { bytesPerSecond, graceSeconds }: Service['limits'],
  signal: AbortSignal,
): Promise<void> {
  const seconds = graceSeconds + response.writableLength / bytesPerSecond;
  const late =
    bytesPerSecond === 0 ? undefined : setTimeout(() => response.socket?.resetAndDestroy(), seconds * 1000).unref();
  try {
    await once(response, 'drain', { signal });
  } finally {
    clearTimeout(late);
  }
}

/** Tells the metrics how many lines have been answered since it was told before. */
function counter({ metrics }: Service): (counts: { readonly done: number; readonly bad: number }) => void {
  let before = { done: 0, bad: 0 };
  return (counts) => {
    const refused = counts.bad - before.bad;
    metrics.settled('batch', counts.done - before.done - refused, refused);
    before = counts;
  };
}
