import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerOf, exchangeOf, observed, problemAnswer } from './answer-request.ts';
import { send } from './exchange.ts';
import { expressApp } from './express-app.ts';
import { refusalOf } from './problem.ts';
import type { Route } from './route.ts';
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
    else if ('handle' in route) void answerDirectly(service, route, request, response);
    else void route.stream(request, response);
  };
}

async function answerDirectly(
  service: Service,
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const exchange = exchangeOf(request);
  const { path, method } = route;
  const answer =
    request.method === method
      ? await answerOf(service, route, exchange)
      : problemAnswer(
          service,
          exchange,
          refusalOf('methodNotAllowed', { path, method: request.method ?? '', allowed: method }),
        );
  // The caller has left: nobody is there to answer.
  if (request.socket.destroyed) return;
  send(response, exchange, answer);
  observed(service, exchange, route.operation, response, started);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const at = url.indexOf('?');
  return at === -1 ? url : url.slice(0, at);
}
