import type { ExampleRequest } from '../../server/http/openapi/examples.ts';
import { describedRoutes } from '../../server/http/openapi/static-document.ts';
import type { Received } from './service.ts';
import type { SetUps } from './set-ups.ts';

/** Operations called as the OpenAPI document describes them. */
export interface Api {
  operations(): readonly string[];
  send(
    operation: string,
    request: ExampleRequest & {
      readonly method?: string;
      readonly rawBase64?: string;
      readonly address?: string;
      readonly query?: string;
    },
  ): Promise<Received>;
}

/** Sends requests to services in the state that each asks for. */
export function newApi(setUps: SetUps): Api {
  const routes = new Map(describedRoutes().map((route) => [route.operation, route]));
  return {
    operations: () => [...routes.keys()],
    async send(
      operation,
      { setUp, parameters = {}, headers = {}, body, raw, rawBase64, method, address: other, query: more },
    ) {
      const route = routes.get(operation);
      if (route === undefined) throw new RangeError(`no operation ${operation}`);
      const service = await setUps.get(setUp);
      let path = route.path;
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(parameters)) {
        if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, encodeURIComponent(value));
        else query.set(name, value);
      }
      const content = rawBase64 === undefined ? (raw ?? textOf(body)) : Buffer.from(rawBase64, 'base64');
      const type = route.body?.contents[0]?.type;
      const init: RequestInit = {
        method: method ?? route.method,
        headers: { 'Accept-Language': 'en', ...(type === undefined ? {} : { 'Content-Type': type }), ...headers },
        ...(content === undefined ? {} : { body: setUp === 'slow' ? unending(content) : content }),
        ...(setUp === 'slow' ? { duplex: 'half' } : {}),
      } as RequestInit;
      const asked = [query.toString(), more].filter((part) => part !== undefined && part !== '').join('&');
      const address = other ?? `${path}${asked === '' ? '' : `?${asked}`}`;
      if (setUp === 'rate') await service.call(address, init);
      return service.call(address, init);
    },
  };
}

function textOf(body: unknown): string | undefined {
  return body === undefined || (typeof body === 'string' && body.includes('\n'))
    ? (body as string | undefined)
    : JSON.stringify(body);
}

/** A body whose end never comes. */
function unending(content: string | Buffer): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from(content)) });
}
