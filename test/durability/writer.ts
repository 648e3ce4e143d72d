import { writeSync } from 'node:fs';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { WritingThread } from '../../server/store/writing-thread.ts';
import { actOf } from './acts.ts';

/**
 * A program that owns a data folder and does one act after another, numbered on from what it finds; each number is written
 * out once the act is acknowledged, and not before. What it cannot do it says as `refused CODE`, and goes on.
 */
const [folder = '', way = 'thread', pause = '0'] = process.argv.slice(2);
const byThread = () => ({ writer: new WritingThread(new URL('./thread.mjs', import.meta.url)) });
const store = await openEmbedded(folder, way === 'thread' ? byThread() : {});
let [n] = [(await store.rows('tasks')).length];
writeSync(1, `ready ${n}\n`);
for (;;) {
  n += 1;
  const held = await store.row('drafts', 'd');
  const done = await store.act(actOf(n, held?.revision ?? 0)).then(
    () => `${n}`,
    (cause: { readonly code?: string }) => {
      n -= 1;
      return `refused ${cause.code}`;
    },
  );
  writeSync(1, `${done}\n`);
  if (done.startsWith('refused')) await new Promise((resolve) => setTimeout(resolve, 5));
  if (pause !== '0') await new Promise((resolve) => setTimeout(resolve, Number(pause)));
}
