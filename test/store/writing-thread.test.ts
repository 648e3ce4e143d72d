import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { StepFiles } from '../../server/store/step-files.ts';
import type { StepWriter } from '../../server/store/write-step.ts';
import { WritingThread } from '../../server/store/writing-thread.ts';
import { entry, publish } from './publishing.ts';
import { storeContract } from './store-contract.ts';
import { cityText, publication } from './texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = pathToFileURL(join(root, 'dist/writer.js'));

const byThread = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dixian-thread-'));
  return {
    open: () => openEmbedded(join(folder, 'data'), { writer: new WritingThread(file) }),
    dispose: () => rm(folder, { recursive: true }),
  };
};

storeContract('data folder, written by a thread', byThread);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dixian-thread-'));
});
afterEach(() => rm(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a thread that writes', () => {
  it('leaves byte for byte what is written without it', async () => {
    const written = async (name: string, writer?: StepWriter) => {
      const store = await openEmbedded(at(name), writer && { writer });
      await publish(store, publication(cityText(1), '1.0.0'));
      await store.act({ audit: [entry('session.begun')] });
      await store.close();
      return ['desk.json', 'audit.jsonl', 'rule-sets/371500/1.0.0.yaml'].map((one) =>
        readFileSync(at(`${name}/${one}`)),
      );
    };
    expect(await written('thread', new WritingThread(file))).toEqual(await written('here'));
  });

  it.each([
    ['a disk that is full', '/dev/full', { reason: 'ENOSPC', certain: true, flush: false }],
    ['a folder that is not there', '/dev/null/none', { reason: 'ENOTDIR', certain: true, flush: false }],
  ])('says as one that writes here what failed, and how far it came: %s', async (_, path, failure) => {
    for (const writer of [new WritingThread(file), new StepFiles(nodeFileSystem)]) {
      const steps = () =>
        [
          { kind: 'file', path: at('first'), bytes: bytes('first') },
          { kind: 'append', path, bytes: bytes('lost') },
          { kind: 'file', path: at('never'), bytes: bytes('never') },
        ] as const;
      await expect(writer.write(steps())).rejects.toMatchObject({ name: 'WriteFailure', done: 1, ...failure });
      expect(readFileSync(at('first'), 'utf8')).toBe('first');
      expect(() => readFileSync(at('never'))).toThrow('ENOENT');
      await writer.write([{ kind: 'append', path: at('trail'), bytes: bytes('goes on\n') }]);
      await writer.close();
    }
    expect(readFileSync(at('trail'), 'utf8')).toBe('goes on\ngoes on\n');
  });

  it('that dies in an act leaves the store to be read alone, until it is opened again', async () => {
    // It opens the folder as it should, and dies of the first act.
    writeFileSync(
      at('dies.mjs'),
      `import { parentPort } from 'node:worker_threads';
       import { writeFileSync } from 'node:fs';
       parentPort.on('message', (steps) => {
         if (steps === 'close' || steps.some(({ kind }) => kind === 'desk')) process.exit(3);
         for (const { path } of steps) writeFileSync(path, '');
         parentPort.postMessage({ failure: null });
       });`,
    );
    const store = await openEmbedded(at('data'), { writer: new WritingThread(pathToFileURL(at('dies.mjs'))) });
    await expect(store.act({ audit: [entry('session.begun')] })).rejects.toMatchObject({ code: 'storeFailed' });
    await expect(store.act({ audit: [entry('session.begun')] })).rejects.toMatchObject({ code: 'storeReadOnly' });
    expect(store.audit.head.lines).toBe(0);
    await store.close();
    const again = await openEmbedded(at('data'), { writer: new WritingThread(file) });
    await again.act({ audit: [entry('session.begun')] });
    expect(again.audit.head.lines).toBe(1);
    await again.close();
  });

  it('that dies when it is to close has lost nothing, and the folder is given back', async () => {
    // Everything was flushed before: it writes acts as it should.
    writeFileSync(
      at('dies.mjs'),
      `import ${JSON.stringify(file.href)};
       import { parentPort } from 'node:worker_threads';
       parentPort.on('message', (question) => question === 'close' && process.exit(3));`,
    );
    const store = await openEmbedded(at('data'), { writer: new WritingThread(pathToFileURL(at('dies.mjs'))) });
    await store.act({ audit: [entry('session.begun')] });
    await store.close();
    const again = await openEmbedded(at('data'));
    expect(again.audit.head.lines).toBe(1);
    await again.close();
  });

  it('that cannot be started has done nothing, each time it is asked', async () => {
    // The same as where the machine has no thread left: it is told at once, not by the thread.
    const writer = new WritingThread(new URL('http://localhost/no-thread'));
    for (const text of ['once', 'again']) {
      const write = writer.write([{ kind: 'append', path: at('trail'), bytes: bytes(text) }]);
      await expect(write).rejects.toMatchObject({ name: 'WriteFailure', certain: true, flush: false, done: 0 });
    }
    await writer.close();
  });

  it('and hangs is not waited for when the store is closed', async () => {
    execFileSync('mkfifo', [at('fifo')]);
    const writer = new WritingThread(file);
    const hangs = writer.write([{ kind: 'append', path: at('fifo'), bytes: bytes('late') }]);
    await writer.close();
    // Somebody reads at last: it comes to its end, and can be closed.
    const reader = readFile(at('fifo'), 'utf8');
    await expect(hangs).rejects.toMatchObject({ reason: 'EINVAL' });
    await writer.close();
    expect(await reader).toBe('late');
  });
});
