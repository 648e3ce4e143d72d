import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { admitted, answerOf, exchangeOf, observed, problemAnswer } from './answer-request.ts';
import { type Exchange, send } from './exchange.ts';
import { expressApp } from './express-app.ts';
import { refusalOf } from './problem.ts';
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
  return (request, response) => {
    const route = direct.get(pathOf(request));
    if (route === undefined) app(request, response);
    else void answerDirectly(service, route, request, response);
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
  if (request.method !== method) {
    const args = { path, method: request.method ?? '', allowed: method };
    send(response, exchange, problemAnswer(service, exchange, refusalOf('methodNotAllowed', args)));
  } else if ('stream' in route) await answerByStream(service, route, exchange, response);
  else {
    const answer = await answerOf(service, route, exchange);
    // The caller has left: nobody is there to answer.
    if (request.socket.destroyed) return;
    send(response, exchange, answer);
  }
  observed(service, exchange, operation, response, started);
}

/** What fails before the first byte is a problem; after it the connection is reset, which no reader takes for an end. */
async function answerByStream(
  service: Service,
  route: StreamRoute,
  exchange: Exchange,
  response: ServerResponse,
): Promise<void> {
  try {
    await route.stream(await admitted(service, route, exchange, {}), response);
  } catch (error) {
    if (exchange.request.socket.destroyed) return;
    const answer = problemAnswer(service, exchange, error);
    if (response.headersSent) response.destroy();
    else send(response, exchange, answer);
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const at = url.indexOf('?');
  return at === -1 ? url : url.slice(0, at);
}
