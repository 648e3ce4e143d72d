import { parentPort } from 'node:worker_threads';
import { workInThread } from './http/batch/thread-work.ts';
import { SolverThread } from './solver/solver-thread.ts';

// What a thread of the pool runs, bundled beside main.js; the pool speaks with it through its port.
if (parentPort === null) throw new Error('worker.js is run in a thread');
workInThread(parentPort, () => new SolverThread(new URL('./solver-thread.js', import.meta.url)));
