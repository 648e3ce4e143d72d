import { parentPort, workerData } from 'node:worker_threads';
import { decide, type SolverReady, type SolverRequest, z3 } from './solver/z3.ts';

// What the solver's thread runs, bundled beside main.js.
if (parentPort === null) throw new Error('solver-thread.js is run in a thread');
const port = parentPort;
const ready: SolverReady = { id: 'ready' };
// Where it cannot be loaded, the first query says so.
z3(workerData?.megabytes).then(
  () => port.postMessage(ready),
  () => {},
);
port.on('message', async (request: SolverRequest) => {
  try {
    port.postMessage(await decide(request));
  } catch (error) {
    // A context that z3 refuses decides nothing, and the next query has one of its own.
    const reason = error instanceof Error ? error.message : String(error);
    port.postMessage({ id: request.id, answer: 'unknown', reason, model: [] });
  }
});
