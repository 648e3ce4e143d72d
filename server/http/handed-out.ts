import type { RequestHandler } from 'express';
import { CALLER_LEFT, exchangeOf, observed } from './answer-request.ts';
import { commonHeaders } from './exchange.ts';
import type { Service } from './service.ts';

/**
 * Hands out files with the headers that all answers have, and tells metrics and log of each once it is over. What `files` passes
 * on is told of by whoever answers it.
 * @param operation what metrics and log call it
 * @param cacheControl how long what is handed out may be kept; null where `files` says so itself
 */
export function handedOut(
  service: Service,
  operation: string,
  files: RequestHandler,
  cacheControl: string | null,
): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const exchange = exchangeOf(request);
    for (const [name, value] of Object.entries(commonHeaders(exchange))) response.set(name, String(value));
    if (cacheControl === null) response.removeHeader('Cache-Control');
    else response.set('Cache-Control', cacheControl);
    if (service.stopping()) response.set('Connection', 'close');
    const over = () =>
      observed(service, exchange, operation, response, started, response.writableFinished ? undefined : CALLER_LEFT);
    response.once('close', over);
    files(request, response, (error?: unknown) => {
      response.off('close', over);
      next(error);
    });
  };
}
