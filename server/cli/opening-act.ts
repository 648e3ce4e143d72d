import type { SampleOffice } from '../../schemas/generated/documents.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import type { People } from '../usecases/people/people.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import type { Played } from '../usecases/sample-office/play-office.ts';

/** What became of a sample office, and why a step of it was refused. */
export interface OpeningAct {
  readonly played: Played;
  /** Empty where nothing was refused just now. */
  readonly because: readonly Finding[];
}

/**
 * Plays a sample office before anybody can come. One that is refused in the middle is left there: the service starts all the
 * same, and says which step it was and what was wrong with it.
 */
export async function openingAct(
  people: People,
  book: RuleBook,
  textBytes: number,
  sample: SampleOffice,
  solver: Solver | null,
): Promise<OpeningAct> {
  const { playOffice, sampleWorkplace } = await import('../usecases/sample-office/play-office.ts');
  try {
    return { played: await playOffice(people, sampleWorkplace(people, book, textBytes, solver), sample), because: [] };
  } catch (error) {
    if (error instanceof Refusal) return { played: 'stopped', because: error.findings };
    throw error;
  }
}

/** What is said of the sample people: who they are, and whether anything is missing. */
export function signIns(
  { played, because }: OpeningAct,
  { administrator, accounts }: SampleOffice,
): readonly Pick<Finding, 'code' | 'args'>[] {
  if (played === 'none') return [];
  return [
    ...(played === 'stopped' ? [{ code: 'sampleOfficeStopped', args: {} }] : []),
    ...because,
    { code: 'sampleSignIns', args: {} },
    ...[administrator, ...accounts].map(({ staffNumber, name, password }) => ({
      code: 'sampleSignIn',
      args: { staffNumber, name, password },
    })),
  ];
}
