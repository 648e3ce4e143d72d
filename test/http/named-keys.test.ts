import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import { serviceLog } from '../../server/http/service-log.ts';
import { becomes } from './raw.ts';
import { example, type Service, startService } from './service.ts';
import { keyOf } from './set-ups.ts';

let said = '';
let service: Service;
beforeAll(async () => {
  const stream = new Writable({
    write(piece, _, done) {
      said += piece;
      done();
    },
  });
  const scopes: ['evaluate', 'metrics'] = ['evaluate', 'metrics'];
  const access = accessOf([
    { name: 'county-hospital', hash: hashOf(keyOf('a')), scopes },
    { name: 'insurer', hash: hashOf(keyOf('b')), scopes, jurisdictions: ['371522'] },
  ]);
  service = await startService({ access, log: serviceLog({ level: 'info', requests: true }, stream) });
});
afterAll(() => service.stop());

const ask = (key: string | null, path: string, body?: string) =>
  service.call(path, {
    ...(body === undefined ? {} : { method: 'POST', body }),
    headers: {
      ...(key === null ? {} : { Authorization: `Bearer ${keyOf(key)}` }),
      'Content-Type': 'application/json',
    },
  });

it('log and metrics tell by whose key a request came, and never the key', async () => {
  const claim = JSON.stringify(example);
  const asked = [
    await ask('a', '/api/v1/evaluations', claim),
    await ask('a', '/api/v1/evaluations/batch', `${claim}\n`),
    await ask('b', '/api/v1/evaluations', claim),
    await ask('c', '/api/v1/evaluations', claim),
    await ask(null, '/healthz'),
  ];
  expect(asked.map(({ status }) => status)).toEqual([200, 415, 403, 401, 200]);
  const { text } = await ask('a', '/metrics');
  const counted = [...text.matchAll(/^dixian_key_requests_total\{key="([^"]+)",status="(\d+)"\} (\d+)$/gm)];
  expect(counted.map(([, ...parts]) => parts.join(' '))).toEqual([
    ...['county-hospital 200 1', 'county-hospital 415 1', 'insurer 403 1'],
  ]);
  await becomes(() => said.trimEnd().split('\n').length === 6);
  const lines = said
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ key = '-', operation, status }) => `${key} ${operation} ${status}`)).toEqual([
    ...['county-hospital evaluate 200', 'county-hospital evaluateBatch 415', 'insurer evaluate 403'],
    ...['- evaluate 401', '- healthz 200', 'county-hospital metrics 200'],
  ]);
  for (const key of ['a', 'b', 'c']) expect(said + text).not.toContain(keyOf(key));
});
