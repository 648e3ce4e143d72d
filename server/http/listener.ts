import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Refusal } from '../domain/refusal.ts';
import type { Evaluate } from '../usecases/evaluate.ts';
import { about } from './about.ts';
import { evaluations } from './evaluations.ts';
import { type Answer, type Exchange, PROBLEM_TYPE, type Resource, send, sentRequestId } from './exchange.ts';
import { languageOf } from './negotiation.ts';
import { problemOf, refusalOf } from './problem.ts';

/** What the routes call. */
export interface Service {
  readonly version: string;
  readonly evaluate: Evaluate;
  /** Told of what should never happen, with the id that the caller got; never with a claim. */
  readonly report: (id: string, error: unknown) => void;
}

/** All routes on one node:http listener. */
export function createListener(service: Service): RequestListener {
  const resources = new Map<string, Resource>([
    ['/', about(service.version)],
    ['/api/v1/evaluations', evaluations(service.evaluate)],
  ]);
  return (request, response) => void answer(service, resources, request, response);
}

async function answer(
  service: Service,
  resources: ReadonlyMap<string, Resource>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = languageOf(request.headers['accept-language']);
  const exchange: Exchange = { request, language, requestId: sentRequestId(request) ?? randomUUID() };
  try {
    send(response, exchange, await route(resources, exchange));
  } catch (error) {
    // The caller has left: nobody is there to answer.
    if (response.headersSent || request.socket.destroyed) response.destroy();
    else send(response, exchange, problemAnswer(service, exchange, error));
  }
}

function route(resources: ReadonlyMap<string, Resource>, exchange: Exchange): Promise<Answer> | Answer {
  const { method = 'GET', url = '/' } = exchange.request;
  const path = url.split('?', 1)[0] ?? '/';
  const resource = resources.get(path);
  if (resource === undefined) throw refusalOf('notFound', { path: path.slice(0, 200) });
  const handler = resource[method] ?? (method === 'HEAD' ? resource.GET : undefined);
  if (handler === undefined) throw refusalOf('methodNotAllowed', { path, method, allowed: allowed(resource) });
  return handler(exchange);
}

function allowed(resource: Resource): string {
  const methods = Object.keys(resource);
  return (methods.includes('GET') ? [...methods, 'HEAD'] : methods).join(', ');
}

function problemAnswer({ report }: Service, { requestId, language }: Exchange, error: unknown): Answer {
  const refusal = error instanceof Refusal ? error : refusalOf('internalError', { id: requestId });
  if (refusal !== error) report(requestId, error);
  const { status, body } = problemOf(refusal, language);
  const allow = refusal.code === 'methodNotAllowed' ? { Allow: String(refusal.findings[0]?.args.allowed) } : {};
  const headers = { 'Content-Language': language, Vary: 'Accept-Language', ...allow };
  return { status, type: PROBLEM_TYPE, body, headers };
}
