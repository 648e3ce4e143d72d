import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, Router } from 'express';
import { exchangeOf, observed } from './answer-request.ts';
import { send } from './exchange.ts';
import { handedOut } from './handed-out.ts';
import type { Service } from './service.ts';

/** Shown while the pages are being built; it asks again by itself. */
const BEING_BUILT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>底线</title></head>
<body><p>页面正在生成，稍后自动打开；接口已经可用。</p>
<p lang="en">The pages are being built and open by themselves in a moment; the API answers already.</p></body></html>
`;

/** Where nothing is a page: what stands below it is for programs. */
const FOR_PROGRAMS = /^\/(api|docs|assets)(\/|$)|^\/(healthz|readyz|metrics|openapi\.json)$/;

/**
 * The pages for people. Files with a digest in their names may be kept for ever; every other address that a browser asks
 * for as a page is the one document that holds them all, which finds its page by the address.
 * @param folder where the build puts them; they may appear there while the service runs
 */
export function pages(service: Service, folder: string): RequestHandler {
  const router = Router();
  const document = join(folder, 'index.html');
  const assets = express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d' });
  router.use('/assets', handedOut(service, 'pages', assets, null));
  const page = handedOut(
    service,
    'pages',
    (_request, response) => {
      response.set('Vary', 'Accept');
      response.sendFile(document, { cacheControl: false });
    },
    'no-cache',
  );
  router.use((request, response, next) => {
    if (!asksForPage(request)) return next();
    if (existsSync(document)) return page(request, response, next);
    const started = performance.now();
    const exchange = exchangeOf(request);
    const headers = { 'Retry-After': '2', Vary: 'Accept' };
    send(response, exchange, { status: 503, type: 'text/html; charset=utf-8', body: BEING_BUILT, headers });
    observed(service, exchange, 'pages', response, started);
  });
  return router;
}

function asksForPage(request: Request): boolean {
  const { method, path, headers } = request;
  if ((method !== 'GET' && method !== 'HEAD') || FOR_PROGRAMS.test(path)) return false;
  // Only browsers name it; whoever takes everything is a program.
  return headers.accept?.includes('text/html') === true;
}
