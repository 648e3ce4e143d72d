import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Identity, isIdentity } from '../access/identify.ts';
import { mayNot } from '../access/permission.ts';
import { Refusal } from '../domain/refusal.ts';
import { CallerLeft, readBody } from './body.ts';
import { type Answer, type Exchange, PROBLEM_TYPE, sentRequestId } from './exchange.ts';
import { callerAddress } from './limits/caller-address.ts';
import { chooseType, isOfType, languageOf } from './negotiation.ts';
import { parametersOf } from './parameters.ts';
import { problemOf, refusalOf } from './problem.ts';
import type { Call, Route, StreamRoute } from './route.ts';
import type { Service } from './service.ts';

/** Who asks where it does not matter. */
const ANYONE: Identity = { kind: 'open' };

/** A request as it is taken up. */
export function exchangeOf(request: IncomingMessage): Exchange {
  const language = languageOf(request.headers['accept-language']);
  return { request, language, requestId: sentRequestId(request) ?? randomUUID() };
}

/**
 * What every request goes through before its handler: may the process take it on, who asks, how often, may they, and can it
 * be answered in a form they take.
 * @param path parameters in the path, as they were found
 * @throws Refusal with the first of these that fails; of parameters all
 */
export async function admitted(
  service: Service,
  route: Route | StreamRoute,
  exchange: Exchange,
  path: Readonly<Record<string, string>>,
): Promise<Omit<Call, 'body'>> {
  const { request } = exchange;
  if (route.scope === 'evaluate') service.admission.admit();
  const identity =
    route.scope === null ? ANYONE : service.access.identify(request.headers.authorization, service.now());
  if (service.rate !== null && route.scope !== null) {
    // Whoever shows no good key is counted by address, so that to try keys is no way around the limit.
    const isKey = isIdentity(identity) && identity.kind === 'key';
    await service.rate(isKey ? `key ${identity.name}` : callerAddress(request, service.trustedProxies));
  }
  if (!isIdentity(identity)) throw new Refusal([identity]);
  const forbidden = route.scope === null ? null : mayNot(identity, route.scope);
  if (forbidden !== null) throw new Refusal([forbidden]);
  const offered = route.contents.map(({ type }) => type);
  const type = chooseType(request.headers.accept, offered);
  if (type === null) throw refusalOf('notAcceptable', { offered: offered.join(', ') });
  if (route.body !== undefined) {
    const wanted = route.body.contents.map((content) => content.type);
    if (!isOfType(request.headers['content-type'], wanted)) {
      throw refusalOf('unsupportedMediaType', { wanted: wanted.join(', ') });
    }
  }
  const parameters = route.scope === null ? path : parametersOf(route.parameters ?? [], request.url ?? '/', path);
  return { ...exchange, identity, parameters, type };
}

/** The answer of a route to a request; a refusal becomes a problem, what should never happen a 500 with an id alone. */
export async function answerOf(
  service: Service,
  route: Route,
  exchange: Exchange,
  path: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  try {
    const call = await admitted(service, route, exchange, path);
    const { body } = route;
    if (body === undefined) return await route.handle({ ...call, body: '' });
    const text = await readBody(exchange.request, body.limit, service.deadline);
    // Asked again: what came in several pieces may be whole in a turn that has no time left.
    if (route.scope === 'evaluate') service.admission.admit();
    return await route.handle({ ...call, body: text });
  } catch (error) {
    return problemAnswer(service, exchange, error);
  }
}

/** A failure as an answer. */
export function problemAnswer(service: Service, { requestId, language }: Exchange, error: unknown): Answer {
  const refusal = error instanceof Refusal ? error : refusalOf('internalError', { id: requestId });
  if (refusal !== error && !(error instanceof CallerLeft)) service.log.fault(requestId, error);
  const { status, body } = problemOf(refusal, language);
  const headers: Record<string, string> = { 'Content-Language': language, Vary: 'Accept-Language' };
  const args = refusal.findings[0]?.args ?? {};
  if (status === 405) headers.Allow = String(args.allowed);
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="dixian"';
  if (status === 429 || status === 503) headers['Retry-After'] = String(args.seconds ?? 1);
  if (status === 408) headers.Connection = 'close';
  return { status, type: PROBLEM_TYPE, body, headers };
}

/** What metrics and log call a request whose caller left before the answer; nginx calls it the same. */
export const CALLER_LEFT = 499;

/** Tells metrics and log of a request that is over: with the status that was answered, unless another says it better. */
export function observed(
  service: Service,
  exchange: Exchange,
  operation: string,
  response: ServerResponse,
  started: number,
  status = response.statusCode,
): void {
  const milliseconds = performance.now() - started;
  service.metrics.answered(operation, status, milliseconds / 1000);
  service.log.answered({
    requestId: exchange.requestId,
    method: exchange.request.method ?? '',
    operation,
    status,
    milliseconds,
  });
}
