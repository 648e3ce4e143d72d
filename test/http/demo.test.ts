import { afterEach, describe, expect, it } from 'vitest';
import { headOf, rawConnection } from './raw.ts';
import { example, type Service, startService } from './service.ts';

const running: Service[] = [];
async function serve(demo: boolean): Promise<Service> {
  const service = await startService({ demo });
  running.push(service);
  return service;
}
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

describe.each([true, false])('a service that is a demonstration: %s', (demo) => {
  const said = demo ? 'true' : null;

  it('says so on every route, whatever is answered', async () => {
    const service = await serve(demo);
    const { json } = await service.call('/openapi.json');
    const asked = Object.entries(json.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(asked.length).toBeGreaterThan(50);
    const answers = await Promise.all(
      asked.map(async ([method, path]) => {
        const { headers } = await service.call(path.replaceAll(/\{\w+\}/g, '371525'), { method });
        return headers.get('Dixian-Demo');
      }),
    );
    expect(new Set(answers)).toEqual(new Set([said]));
  });

  it('says so on a settlement, a batch, an unknown address, and to what is no request', async () => {
    const service = await serve(demo);
    const line = JSON.stringify(example);
    const settled = await service.post(line);
    const batch = await service.call('/api/v1/evaluations/batch', {
      method: 'POST',
      body: `${line}\n`,
      headers: { 'Content-Type': 'application/x-ndjson' },
    });
    const unknown = await service.call('/nowhere');
    const bad = await service.post('{');
    const answers = [settled, batch, unknown, bad];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400]);
    expect(answers.map(({ headers }) => headers.get('Dixian-Demo'))).toEqual([said, said, said, said]);
    const one = rawConnection(service.address);
    one.write(`${headOf('/', {})}nonsense\r\n\r\n`);
    await one.closed;
    expect(/\r\nDixian-Demo: true\r\n[^{]*\r\n\r\n\{[\s\S]*requestMalformed/.test(one.text())).toBe(demo);
    expect((await service.call('/')).json.demo).toBe(demo);
  });
});
