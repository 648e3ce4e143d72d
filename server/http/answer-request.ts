import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddress from 'proxy-addr';
import { type Identity, isIdentity } from '../access/identify.ts';
import { mayNot } from '../access/permission.ts';
import { Refusal } from '../domain/refusal.ts';
import { readBody } from './body.ts';
import { type Answer, type Exchange, PROBLEM_TYPE, sentRequestId } from './exchange.ts';
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
  if (!isIdentity(identity)) throw new Refusal([identity]);
  if (service.rate !== null && route.scope !== null) {
    await service.rate(identity.kind === 'key' ? `key ${identity.name}` : addressOf(service, request));
  }
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
    return await route.handle(
      body === undefined
        ? { ...call, body: '' }
        : { ...call, body: await readBody(exchange.request, body.limit, service.deadline) },
    );
  } catch (error) {
    return problemAnswer(service, exchange, error);
  }
}

/** A failure as an answer. */
export function problemAnswer(service: Service, { requestId, language }: Exchange, error: unknown): Answer {
  const refusal = error instanceof Refusal ? error : refusalOf('internalError', { id: requestId });
  if (refusal !== error) service.log.fault(requestId, error);
  const { status, body } = problemOf(refusal, language);
  const headers: Record<string, string> = { 'Content-Language': language, Vary: 'Accept-Language' };
  const args = refusal.findings[0]?.args ?? {};
  if (status === 405) headers.Allow = String(args.allowed);
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="dixian"';
  if (status === 429 || status === 503) headers['Retry-After'] = String(args.seconds ?? 1);
  if (status === 408) headers.Connection = 'close';
  return { status, type: PROBLEM_TYPE, body, headers };
}

/** The address that a request came from, behind as many proxies as are trusted. */
export function addressOf({ trustedProxies }: Service, request: IncomingMessage): string {
  if (trustedProxies === 0) return request.socket.remoteAddress ?? '';
  return proxyAddress(request, (_, hop) => hop < trustedProxies);
}

/** Tells metrics and log of a request that has been answered, once the answer is out. */
export function observed(
  service: Service,
  exchange: Exchange,
  operation: string,
  response: ServerResponse,
  started: number,
): void {
  const milliseconds = performance.now() - started;
  service.metrics.answered(operation, response.statusCode, milliseconds / 1000);
  service.log.answered({
    requestId: exchange.requestId,
    method: exchange.request.method ?? '',
    operation,
    status: response.statusCode,
    milliseconds,
  });
}
