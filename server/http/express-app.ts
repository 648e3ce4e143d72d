import type { RequestListener } from 'node:http';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { inShort } from '../rulesets/words.ts';
import { answerOf, CALLER_LEFT, exchangeOf, observed, problemAnswer } from './answer-request.ts';
import { type Answer, commonHeaders, type Exchange, send } from './exchange.ts';
import { handedOut } from './handed-out.ts';
import { pages } from './pages.ts';
import { refusalOf } from './problem.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

/** What Express calls a method. */
const VERBS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

/** Routes on Express: it finds them, answers HEAD, makes ETags and compresses. */
export function expressApp(service: Service, routes: readonly Route[]): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.set('query parser', false);
  app.use(compression());
  if (service.pagesFolder !== null) app.use(pages(service, service.pagesFolder));
  for (const path of new Set(routes.map((route) => route.path))) {
    const own = routes.filter((route) => route.path === path);
    const place = app.route(path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1'));
    for (const route of own) {
      place[VERBS[route.method]]((request, response) => respond(service, route, request, response));
    }
    const allowed = own.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
    place.all((request) => {
      throw refusalOf('methodNotAllowed', { path: pathOf(request), method: request.method, allowed });
    });
  }
  if (service.referenceFolder !== null)
    app.use('/docs', handedOut(service, 'docs', express.static(service.referenceFolder), 'no-cache'));
  app.use((request: Request) => {
    throw refusalOf('notFound', { path: pathOf(request) });
  });
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const started = performance.now();
    const exchange = exchangeOf(request);
    // Express' own complaint about an address that cannot be decoded.
    const refused = error instanceof URIError ? refusalOf('notFound', { path: pathOf(request) }) : error;
    if (service.stopping()) response.set('Connection', 'close');
    send(response, exchange, problemAnswer(service, exchange, refused));
    observed(service, exchange, 'none', response, started);
  });
  return app;
}

async function respond(service: Service, route: Route, request: Request, response: Response): Promise<void> {
  const started = performance.now();
  const exchange = exchangeOf(request);
  const { socket } = request;
  const answer = await answerOf(service, route, exchange, request.params as Record<string, string>);
  const left = socket.destroyed;
  if (service.stopping()) response.set('Connection', 'close');
  if (!left) {
    if (route.conditional === true && answer.status === 200) write(response, exchange, answer);
    else send(response, exchange, answer);
  }
  observed(service, exchange, route.operation, response, started, left ? CALLER_LEFT : undefined);
}

/** By Express, so that ETag and 304 are what they are everywhere. */
function write(response: Response, exchange: Exchange, { status, type, body, headers = {} }: Answer): void {
  response.status(status);
  for (const [name, value] of Object.entries({ ...commonHeaders(exchange), ...headers, 'Content-Type': type })) {
    response.set(name, String(value));
  }
  // Meant for caches, and sent by every `fetch` that sends an ETag: for it Express would never answer 304.
  delete exchange.request.headers['cache-control'];
  // What is bytes already is sent as it is, however many ask for it at once.
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  response.send(bytes);
}

function pathOf({ path }: Request): string {
  return inShort(path, 200);
}
