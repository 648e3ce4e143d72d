import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFolder, listening, start } from './dixian.ts';

let folder: ReturnType<typeof emptyFolder>;
let running: ChildProcess[];
beforeEach(() => {
  folder = emptyFolder();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map(killed));
  folder.remove();
});

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A service on the folder's data. */
async function serve() {
  const child = start(['serve'], { cwd: folder.path, env: { PORT: '0' } });
  running.push(child);
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const address = await listening(child);
  const call = async (method: string, path: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const response = await fetch(`${address}${path}`, { method, ...init });
    return { status: response.status, path: response.headers.get('location') ?? '', text: await response.text() };
  };
  const ended = async (path: string) => {
    for (;;) {
      const { text } = await call('GET', path);
      if (!['waiting', 'running'].includes(JSON.parse(text).status)) return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, call, ended, errors: () => errors };
}

const files = (shelf: string) => {
  const path = join(folder.path, 'data', 'proofs', shelf);
  return readdirSync(path).map((name) => join(path, name));
};

const text = `kind: Override
jurisdiction: "371521"
extends: "371500"
effective: {from: 2019-07-01}
reason: 多付
standards:
  supplementaryMedical.annualCap: 350000
`;
const raised = { from: '371521@2019-07-01', draft: { jurisdiction: '371521', date: '2019-07-01', text } };

it('a proof outlasts a killed service, byte for byte; what it found is remembered, and made anew where its file is damaged', async () => {
  const first = await serve();
  const { path } = await first.call('POST', '/api/v1/proofs', raised);
  const told = await first.ended(path);
  const { proof } = JSON.parse(told);
  expect([proof.result, proof.certificate.from.reference]).toEqual(['proved', '371521@2019-07-01']);
  await killed(first.child);
  for (const file of [...files('jobs'), ...files('found')]) expect(statSync(file).mode & 0o777).toBe(0o600);

  const second = await serve();
  expect((await second.call('GET', path)).text).toBe(told);
  // The same two sides, one of them by another name: an answer of its own, at once.
  const again = await second.call('POST', '/api/v1/proofs', { ...raised, from: '371521@2019-06-30' });
  const { id, proof: remembered, status } = JSON.parse(again.text);
  expect([again.status, status]).toEqual([202, 'ended']);
  const renamed = { reference: '371521@2019-06-30' };
  expect(remembered).toEqual({
    ...proof,
    from: { ...proof.from, ...renamed, date: '2019-06-30' },
    certificate: { ...proof.certificate, from: { ...proof.certificate.from, ...renamed } },
  });
  expect((await second.call('GET', again.path)).text).toBe(again.text);
  expect((await second.call('DELETE', again.path)).status).toBe(204);
  expect(files('jobs').some((file) => file.includes(id))).toBe(false);
  await killed(second.child);

  const [found = ''] = files('found');
  truncateSync(found, readFileSync(found).length - 1);
  const third = await serve();
  const anew = await third.call('POST', '/api/v1/proofs', raised);
  expect(JSON.parse(anew.text).status).not.toBe('ended');
  expect(JSON.parse(await third.ended(anew.path)).proof).toEqual(proof);
  expect(JSON.parse(third.errors())).toMatchObject({
    code: 'keptTextDamaged',
    file: found.slice(folder.path.length + 1),
  });
  expect((await third.call('GET', again.path)).status).toBe(404);
});
