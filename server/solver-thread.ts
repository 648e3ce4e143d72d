import { parentPort } from 'node:worker_threads';
import { decide, type SolverRequest } from './solver/z3.ts';

// What the solver's thread runs, bundled beside main.js.
if (parentPort === null) throw new Error('solver-thread.js is run in a thread');
const port = parentPort;
port.on('message', async (request: SolverRequest) => {
  try {
    port.postMessage(await decide(request));
  } catch (error) {
    // A context that z3 refuses decides nothing, and the next query has one of its own.
    const reason = error instanceof Error ? error.message : String(error);
    port.postMessage({ id: request.id, answer: 'unknown', reason, model: [] });
  }
});
