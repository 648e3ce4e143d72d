import { mayNotFor } from '../access/permission.ts';
import { DraftProofs } from '../usecases/drafts/draft-proofs.ts';
import { ProofJobs } from '../usecases/proof-jobs.ts';
import { type ComparedProof, ProofMemory } from '../usecases/prove.ts';
import { type TextWork, textWork } from './batch/text-task.ts';
import { proofJson } from './proof-json.ts';
import type { ServiceParts } from './service-parts.ts';
import { Turns } from './turns.ts';

/** Proofs at work at once where there are no threads for them. */
const PROOFS_BETWEEN_TURNS = 2;

/** What texts ask for, done in this thread; proofs leave others their turns. */
export function workHere({ book, solver, proofMemory }: ServiceParts): TextWork {
  const turns = new Turns();
  const pause = async () => turns.breather() ?? undefined;
  const bench = { solver, memory: proofMemory ?? new ProofMemory(), whole: new ProofMemory(), pause };
  return textWork(book, () => bench);
}

/** The proofs that are asked for by themselves, by threads of their own where there are. @param here where there are none */
export function proofJobs(parts: ServiceParts, here: TextWork, newId: () => string): ProofJobs {
  const { book, proofJobThreads, keptProofs, log } = parts;
  return new ProofJobs({
    work: async (task, overdue) => {
      const proof = { kind: 'sides', ...task } as const;
      return JSON.parse(await (proofJobThreads.ofText(proof, overdue) ?? here(proof))) as ComparedProof;
    },
    answer: proofJson,
    mayRead: async (identity, codes) => {
      const places = await book.registry();
      return codes.every((code) => mayNotFor(identity, 'read', code, places) === null);
    },
    kept: keptProofs,
    atOnce: proofJobThreads.hasThreads ? proofJobThreads.hands : PROOFS_BETWEEN_TURNS,
    newId,
    fault: (id, error) => log.fault(id, error),
    after,
  });
}

/** The proofs of drafts, by a thread of their own where there is one. @param here where there is none */
export function proofsOfDrafts({ book, proofThread, log }: ServiceParts, here: TextWork): DraftProofs {
  return new DraftProofs({
    work: (task, overdue) => {
      const proof = { kind: 'proof', ...task } as const;
      return proofThread.ofText(proof, overdue) ?? here(proof);
    },
    ground: () => book.records(),
    fault: (error) => log.fault('draftProof', error),
    after,
  });
}

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
