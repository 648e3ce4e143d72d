import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Identity, isIdentity } from '../access/identify.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { CallerLeft, readBody } from './body.ts';
import { type Answer, type Exchange, PROBLEM_TYPE, sentRequestId } from './exchange.ts';
import { ANYONE, noteRefusal, whoAsks } from './identified.ts';
import { callerAddress } from './limits/caller-address.ts';
import type { Rate } from './limits/rate.ts';
import { mayNotAsk } from './needed.ts';
import { chooseType, isOfType, languageOf, otherLanguageOf } from './negotiation.ts';
import { bringsBody, takesNoBody } from './no-body.ts';
import { parametersOf } from './parameters.ts';
import { foreignOrigin } from './people/origin.ts';
import { problemOf, refusalOf } from './problem.ts';
import type { Call, Route, StreamRoute } from './route.ts';
import type { Service } from './service.ts';

/** A request as it is taken up. */
export function exchangeOf(request: IncomingMessage): Exchange {
  const accepted = request.headers['accept-language'];
  const [language, otherLanguage] = [languageOf(accepted), otherLanguageOf(accepted)];
  return { request, language, otherLanguage, requestId: sentRequestId(request) ?? randomUUID(), key: null };
}

/**
 * What every request goes through first: may the process take it on, and who asks, or why that cannot be told.
 * @throws Refusal `overloaded`
 */
function identified(
  service: Service,
  route: Route | StreamRoute,
  { request }: Exchange,
): Identity | Finding | Promise<Identity | Finding> {
  if (route.scope === 'evaluate') service.admission.admit();
  return whoAsks(service, route.scope, request);
}

/** Keeps by whose key a request came. */
function keepKey(exchange: Exchange, identity: Identity | Finding): void {
  if (isIdentity(identity) && identity.kind === 'key') exchange.key = identity.name;
}

/** Who asks. @throws Refusal with the reason why that cannot be told */
function known(identity: Identity | Finding): Identity {
  if (!isIdentity(identity)) throw new Refusal([identity]);
  return identity;
}

/** Counts the request; whoever shows no good key is counted by address, so that to try keys is no way around the limit. */
function counted(service: Service, rate: Rate, identity: Identity | Finding, request: IncomingMessage): void {
  if (isIdentity(identity) && identity.kind === 'key') rate(`key ${identity.name}`);
  else if (isIdentity(identity) && identity.kind === 'person') rate(`person ${identity.staffNumber}`);
  else rate(callerAddress(request, service.trustedProxies));
}

/** Whether they may ask; looked at once more when a body is there, which comes as slowly as its sender likes. @throws Refusal */
function allowed(route: Pick<Route, 'scope'>, identity: Identity): Identity {
  const forbidden = route.scope === null ? null : mayNotAsk(identity, route.scope);
  if (forbidden !== null) throw new Refusal([forbidden]);
  return identity;
}

/**
 * What follows: does a page of another site ask, may they, can it be answered in a form that they take, and is what they say of the request sound.
 * @param path parameters in the path, as they were found
 * @throws Refusal with the first of these that fails; of parameters all
 */
function called(
  service: Service,
  route: Route | StreamRoute,
  exchange: Exchange,
  identity: Identity,
  path: Readonly<Record<string, string>>,
): { -readonly [Key in keyof Call]: Call[Key] } {
  const { request, language, otherLanguage, requestId } = exchange;
  // No page of another site puts work on the service by the browser of somebody who reaches it.
  const foreign = route.method === 'GET' ? null : foreignOrigin(request, service, false);
  if (foreign !== null) throw new Refusal([foreign]);
  allowed(route, identity);
  // What has no body is taken by whoever takes whatever.
  const type = route.contents.length === 0 ? '' : chooseType(request.headers.accept, route.contents);
  if (type === null) {
    throw refusalOf('notAcceptable', { offered: route.contents.map((content) => content.type).join(', ') });
  }
  if (route.body !== undefined && !isOfType(request.headers['content-type'], route.body.contents)) {
    const wanted = route.body.contents.map((content) => content.type).join(', ');
    throw refusalOf('unsupportedMediaType', { wanted });
  }
  if (takesNoBody(route) && bringsBody(request)) {
    throw refusalOf('bodyNotTaken', { method: route.method, path: route.path });
  }
  const parameters =
    route.scope === null ? path : parametersOf(route.parameters ?? [], request.url ?? '/', path, request.headers);
  // Named one by one: a copy by spread takes many times as long, and this is done for every request.
  return { request, language, otherLanguage, requestId, key: exchange.key, identity, parameters, type, body: '' };
}

/** A request of a stream route, once it has gone through everything. @throws Refusal */
export async function admitted(service: Service, route: StreamRoute, exchange: Exchange): Promise<Omit<Call, 'body'>> {
  let identity: Identity | Finding = ANYONE;
  try {
    identity = await identified(service, route, exchange);
    keepKey(exchange, identity);
    if (service.rate !== null) counted(service, service.rate, identity, exchange.request);
    return called(service, route, exchange, known(identity), {});
  } catch (error) {
    if (error instanceof Refusal) await noteRefusal(service, identity, route.operation, error);
    throw error;
  }
}

/**
 * Holds who asks to the rights that they have now: what is sent comes as slowly as its sender likes.
 * @throws Refusal with the reason why they may ask no more, which is noted
 */
export async function stillAllowed(service: Service, route: StreamRoute, request: IncomingMessage): Promise<void> {
  const identity = await whoAsks(service, route.scope, request);
  try {
    allowed(route, known(identity));
  } catch (error) {
    if (error instanceof Refusal) await noteRefusal(service, identity, route.operation, error);
    throw error;
  }
}

/** The answer of a route to a request; a refusal becomes a problem, what should never happen a 500 with an id alone. */
export async function answerOf(
  service: Service,
  route: Route,
  exchange: Exchange,
  path: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  let identity: Identity | Finding = ANYONE;
  try {
    const found = identified(service, route, exchange);
    // A key is known without a turn of the promises.
    identity = found instanceof Promise ? await found : found;
    keepKey(exchange, identity);
    if (service.rate !== null && route.scope !== null) {
      counted(service, service.rate, identity, exchange.request);
    }
    const call = called(service, route, exchange, known(identity), path);
    const { edition } = service.access;
    const body = route.body === undefined ? '' : await readBody(exchange.request, route.body.limit, service.deadline);
    if (body !== '' && route.scope === 'evaluate') {
      // Asked again: many may have come to their ends at once.
      service.admission.admit();
      await service.settling.turn();
    }
    call.body = body;
    // A person's rights, and keys that have been revoked meanwhile; that a key is still known costs nothing to see.
    if (body !== '' && (call.identity.kind === 'person' || service.access.edition !== edition)) {
      identity = await whoAsks(service, route.scope, exchange.request);
      call.identity = allowed(route, known(identity));
    }
    const answer = route.handle(call);
    return answer instanceof Promise ? await answer : answer;
  } catch (error) {
    if (error instanceof Refusal) await noteRefusal(service, identity, route.operation, error);
    return problemAnswer(service, exchange, error);
  }
}

/** A failure as an answer. */
export function problemAnswer(
  service: Service,
  { requestId, language, otherLanguage }: Pick<Exchange, 'requestId' | 'language' | 'otherLanguage'>,
  error: unknown,
): Answer {
  const refusal = error instanceof Refusal ? error : refusalOf('internalError', { id: requestId });
  if (refusal !== error && !(error instanceof CallerLeft)) service.log.fault(requestId, error);
  const { status, body } = problemOf(refusal, language, otherLanguage);
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
  service.metrics.answered(operation, status, milliseconds / 1000, exchange.key);
  service.log.answered({
    requestId: exchange.requestId,
    key: exchange.key,
    method: exchange.request.method ?? '',
    operation,
    status,
    milliseconds,
  });
}
