import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { admitted, answerOf, CALLER_LEFT, exchangeOf, observed, problemAnswer } from './answer-request.ts';
import { DEMO_HEADER, type Exchange, send } from './exchange.ts';
import { expressApp } from './express-app.ts';
import { OverloadRefusals } from './limits/overload-refusals.ts';
import { OVERLOADED, refusalOf } from './problem.ts';
import type { Route, StreamRoute } from './route.ts';
import { routesOf } from './routes/index.ts';
import type { Service } from './service.ts';

/**
 * All routes on one listener. Those that settlement systems call all day are answered on node:http, before Express sees
 * them, by the same functions for keys, limits, problems and metrics; everything else is Express.
 */
export function createListener(service: Service): RequestListener {
  const routes = routesOf(service);
  const app = expressApp(service, routes.ordinary);
  const direct = new Map(routes.direct.map((route) => [route.path, route]));
  const refusals = new OverloadRefusals();
  return (request, response) => {
    // Set here, before anybody else answers, so that no answer is without it.
    if (service.demo) response.setHeader(...DEMO_HEADER);
    if (isMalformed(request)) {
      answerMalformed(service, request, response);
      return;
    }
    const route = direct.get(pathOf(request));
    if (route === undefined) app(request, response);
    else if (isTooMuch(service, route, request)) refusals.refuse(refusal(service, route, request, response));
    else void answerDirectly(service, route, request, response);
  };
}

/** Whether the process cannot take a request on: seen before anything is done for it, for in an overload this is most of the work. */
function isTooMuch(service: Service, route: Route | StreamRoute, { method }: IncomingMessage): boolean {
  return route.scope === 'evaluate' && method === route.method && service.admission.isOver;
}

/** Answers that the process cannot take it on. */
function refusal(
  service: Service,
  { operation }: Route | StreamRoute,
  request: IncomingMessage,
  response: ServerResponse,
): () => void {
  const started = performance.now();
  const { socket } = request;
  return () => {
    const exchange = exchangeOf(request);
    // Gone meanwhile, or ended behind another answer: what was sent after the head could not be read.
    const left = !socket.writable;
    if (!left) {
      if (service.stopping()) response.setHeader('Connection', 'close');
      send(response, exchange, problemAnswer(service, exchange, OVERLOADED));
    }
    observed(service, exchange, operation, response, started, left ? CALLER_LEFT : undefined);
  };
}

async function answerDirectly(
  service: Service,
  route: Route | StreamRoute,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const exchange = exchangeOf(request);
  const { path, method, operation } = route;
  // Taken now: a request that has been read or given up may have none any more.
  const { socket } = request;
  let status: number | undefined;
  if (service.stopping()) response.setHeader('Connection', 'close');
  if (request.method !== method) {
    const args = { path, method: request.method ?? '', allowed: method };
    send(response, exchange, problemAnswer(service, exchange, refusalOf('methodNotAllowed', args)));
  } else if ('stream' in route) status = await answerByStream(service, route, exchange, response);
  else {
    const answer = await answerOf(service, route, exchange);
    if (socket.destroyed) status = CALLER_LEFT;
    else {
      if (service.stopping()) response.setHeader('Connection', 'close');
      send(response, exchange, answer);
    }
  }
  observed(service, exchange, operation, response, started, status);
}

/**
 * What fails before the first byte is a problem; after it the connection is reset, which no reader takes for an end, not
 * even one that speaks HTTP/1.0, where an answer lasts until the connection is closed.
 * @returns the status that it is to be known by; undefined for the one that was sent
 */
async function answerByStream(
  service: Service,
  route: StreamRoute,
  exchange: Exchange,
  response: ServerResponse,
): Promise<number | undefined> {
  const { socket } = exchange.request;
  try {
    await route.stream(await admitted(service, route, exchange), response);
  } catch (error) {
    if (socket.destroyed) return CALLER_LEFT;
    const answer = problemAnswer(service, exchange, error);
    if (!response.headersSent) send(response, exchange, answer);
    else socket.resetAndDestroy();
    return answer.status;
  }
  return undefined;
}

/** The name or address of a host, with a port or without; empty where there is none. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;

/**
 * Whether a request is of another version of HTTP, or has not the one header, once, that HTTP/1.1 demands of it (RFC 9112,
 * section 3.2): which Node takes all the same.
 */
function isMalformed({ headers, rawHeaders, httpVersionMajor, httpVersionMinor }: IncomingMessage): boolean {
  const { host } = headers;
  if (httpVersionMajor !== 1) return true;
  if (host === undefined) return httpVersionMinor === 1;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && (name === 'Host' || name.toLowerCase() === 'host')) hosts += 1;
  }
  return hosts !== 1 || !HOST.test(host);
}

function answerMalformed(service: Service, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const exchange = exchangeOf(request);
  const { headers, ...answer } = problemAnswer(service, exchange, refusalOf('requestMalformed'));
  send(response, exchange, { ...answer, headers: { ...headers, Connection: 'close' } });
  observed(service, exchange, 'none', response, started);
}

/** The path that is asked for; a proxy may name the whole address. */
function pathOf({ url: asked = '/' }: IncomingMessage): string {
  const url = asked.startsWith('/') ? asked : asked.replace(/^https?:\/\/[^/?]*/i, '');
  const at = url.indexOf('?');
  return at === -1 ? url : url.slice(0, at);
}
