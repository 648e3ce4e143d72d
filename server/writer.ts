import { parentPort } from 'node:worker_threads';
import { writeInThread } from './store/writing-work.ts';

// What the thread that writes acts runs, bundled beside main.js.
if (parentPort === null) throw new Error('writer.js is run in a thread');
writeInThread(parentPort);
