import type { DraftProofs } from '../usecases/drafts/draft-proofs.ts';
import { evaluator } from '../usecases/evaluate.ts';
import type { Office } from '../usecases/office/office.ts';
import type { People } from '../usecases/people/people.ts';
import type { TextWork } from './batch/text-task.ts';
import { workshopBy } from './batch/text-workshop.ts';
import { Admission } from './limits/admission.ts';
import { ArrayQueue } from './limits/array-queue.ts';
import { BodyDeadline } from './limits/body-deadline.ts';
import { rate } from './limits/rate.ts';
import { SettlingQueue } from './limits/settling-queue.ts';
import { createListener } from './listener.ts';
import { newMetrics } from './metrics.ts';
import { type RunningServer, startServer } from './server.ts';
import type { Service } from './service.ts';
import type { ServiceParts } from './service-parts.ts';
import { proofJobs, proofsOfDrafts, workHere } from './service-proofs.ts';
import { unreadable } from './unreadable.ts';

/** Bytes of an id that nobody guesses. */
const ID_BYTES = 16;

/**
 * Puts the service together and starts listening.
 * @throws Refusal `portInUse` or `cannotListen`
 */
export async function startHttpService(parts: ServiceParts): Promise<RunningServer> {
  const { host, port, limits } = parts;
  let stopping = false;
  const service = newService(parts, () => stopping);
  const server = await startServer(createListener(service), {
    host,
    port,
    limits,
    dropped: service.metrics.dropped,
    unreadable: unreadable(service),
  });
  return {
    address: server.address,
    stop: async () => {
      stopping = true;
      const proofsClosed = service.proofs.close();
      service.draftProofs.close();
      await server.stop();
      await proofsClosed;
      // What cannot be written down was refused all the same; a store that fails says so elsewhere.
      await parts.people.strangers.flush().catch(() => undefined);
      await Promise.all([parts.pool.close(), parts.proofThread.close(), parts.proofJobThreads.close()]);
      await parts.solver?.close();
      service.admission.stop();
      service.deadline.stop();
    },
  };
}

/** Everything that the routes work with. @param stopping whether the service takes leave */
function newService(parts: ServiceParts, stopping: () => boolean): Service {
  const { book, limits, store } = parts;
  const settling = new SettlingQueue();
  const arrays = new ArrayQueue();
  const admission = new Admission(limits, settling, arrays);
  const deadline = new BodyDeadline(limits);
  const metrics = newMetrics({
    publications: () => book.records().length,
    damaged: () => store.damaged.length + store.damagedBeside.length,
    readOnly: () => store.readOnly,
  });
  const here = workHere(parts);
  const textWorkFor =
    (most: number): TextWork =>
    (task) =>
      admission.heavy(most, () => parts.pool.ofText(task) ?? here(task));
  const ofText = textWorkFor(limits.drafts);
  // Whoever reads and compares can fill its places; who submits, approves or publishes finds as many again.
  const ofActs = textWorkFor(2 * limits.drafts);
  const draftProofs = proofsOfDrafts(parts, here);
  return {
    ...parts,
    evaluate: parts.evaluate ?? evaluator(book),
    ofText,
    proofs: proofJobs(parts, here, () => idOf(parts.people)),
    draftProofs,
    provesAhead: parts.proofThread.hasThreads,
    office: officeOf(parts, ofActs, draftProofs),
    admission,
    settling,
    arrays,
    deadline,
    rate: rate(limits.requestsPerSecond, limits.burst),
    metrics,
    stopping,
    notReady: async () => [
      ...(stopping() ? (['stopping'] as const) : []),
      ...(store.readOnly ? (['storeReadOnly'] as const) : []),
      ...(admission.full ? (['memory'] as const) : []),
      // Asked anew while it fails: a file that was put back needs no restart.
      ...(await book.registry().then(
        () => [],
        () => ['jurisdictions'] as const,
      )),
    ],
  };
}

/** What people's work is done with: the desk that accounts stand on, too, and texts by the threads. */
function officeOf({ book, people, limits }: ServiceParts, ofText: TextWork, draftProofs: DraftProofs): Office {
  return {
    desk: people.desk,
    book,
    now: people.now,
    newId: () => idOf(people),
    texts: workshopBy(ofText, (of, asked) => draftProofs.found(of, asked)),
    textBytes: limits.textBytes,
  };
}

function idOf({ random }: People): string {
  return Buffer.from(random(ID_BYTES)).toString('base64url');
}
