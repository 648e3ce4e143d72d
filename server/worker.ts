import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from './http/batch/thread-messages.ts';
import { workInThread } from './http/batch/thread-work.ts';
import { SolverThread } from './solver/solver-thread.ts';

// What a thread of the pool runs, bundled beside main.js; the pool speaks with it through its port.
if (parentPort === null) throw new Error('worker.js is run in a thread');
const { solverMegabytes } = (workerData ?? {}) as ThreadData;
workInThread(parentPort, () => new SolverThread(new URL('./solver-thread.js', import.meta.url), solverMegabytes));
