import type { Consequences } from '../../usecases/drafts/consequences.ts';
import type { Examination } from '../../usecases/drafts/examination.ts';
import type { LiftedDraft } from '../../usecases/drafts/lifted-drafts.ts';
import type { TextWorkshop } from '../../usecases/office/text-workshop.ts';
import type { TextWork } from './text-task.ts';

/**
 * The workshop of an office whose texts are worked on as tasks, in this thread or others.
 * @param prove proofs, which have threads and time of their own
 */
export function workshopBy(work: TextWork, prove: TextWorkshop['prove']): TextWorkshop {
  return {
    examine: async (asked) => JSON.parse(await work({ kind: 'examination', asked })) as Examination,
    meaning: async (asked) => JSON.parse(await work({ kind: 'meaning', asked })) as string | null,
    // The digest is the same in every language.
    consequences: async (asked) =>
      JSON.parse(await work({ kind: 'consequences', asked, language: 'zh' })) as Pick<Consequences, 'digest'>,
    lift: async (asked, aside) => JSON.parse(await work({ kind: 'lift', asked, aside })) as readonly LiftedDraft[],
    prove,
  };
}
