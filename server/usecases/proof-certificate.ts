import type { Lemma, ProfileProof } from '../analysis/proof/proof.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import { sha256 } from '../domain/sha256.ts';
import type { ComparedProof, ProvedSide } from './prove.ts';

/** The form of a certificate; one that is read must say the same. */
export const CERTIFICATE_FORMAT = 'dixian.proof.v1';

/** What a proof rests on, for anybody to check again with any solver that reads SMT-LIB. */
export interface Certificate {
  readonly format: typeof CERTIFICATE_FORMAT;
  readonly statement: string;
  readonly from: Pick<ProvedSide, 'reference' | 'effectiveDigest' | 'effectiveTermsDigest'>;
  readonly to: Pick<ProvedSide, 'reference' | 'effectiveDigest' | 'effectiveTermsDigest'>;
  readonly profiles: readonly ProfileProof[];
  /** Each asserts that somebody loses: no values make it true. */
  readonly lemmas: readonly Lemma[];
}

/** The certificate of a proof; null where nothing was proved. */
export function certificateOf({ result, statement, from, to, profiles, lemmas }: ComparedProof): Certificate | null {
  if (result !== 'proved') return null;
  const named = ({ reference, effectiveDigest, effectiveTermsDigest }: ProvedSide) => ({
    reference,
    effectiveDigest,
    effectiveTermsDigest,
  });
  return { format: CERTIFICATE_FORMAT, statement, from: named(from), to: named(to), profiles, lemmas };
}

/** What became of one lemma. */
export interface CheckedLemma {
  readonly digest: string;
  /** `changed`: its text is not the one that the digest is of. */
  readonly result: 'holds' | 'fails' | 'undecided' | 'changed' | 'missing';
}

const LEMMA_MILLISECONDS = 20_000;

/**
 * Asks the solver for every lemma again, and whether every payment's lemma is among them.
 * @param made the certificate that the two rule sets give today, where they are at hand: its lemmas must be the same
 */
export async function checkLemmas(
  { lemmas, profiles }: Pick<Certificate, 'lemmas' | 'profiles'>,
  solver: Solver,
  made: Certificate | null = null,
): Promise<readonly CheckedLemma[]> {
  const checked: CheckedLemma[] = [];
  for (const { digest, text } of lemmas) {
    if (sha256(text) !== digest) checked.push({ digest, result: 'changed' });
    else checked.push({ digest, result: await checkOne(text, solver) });
  }
  const known = new Set(lemmas.map(({ digest }) => digest));
  const named = profiles.flatMap(({ lines }) => lines.map(({ lemma }) => lemma)).filter((lemma) => lemma !== null);
  const wanted = new Set([...named, ...(made?.lemmas.map(({ digest }) => digest) ?? [])]);
  for (const digest of wanted) if (!known.has(digest)) checked.push({ digest, result: 'missing' });
  return checked;
}

async function checkOne(text: string, solver: Solver): Promise<CheckedLemma['result']> {
  for (const arithmetic of ['default', 'simplex'] as const) {
    const { answer } = await solver.check(text, [], { milliseconds: LEMMA_MILLISECONDS, arithmetic });
    if (answer !== 'unknown') return answer === 'unsat' ? 'holds' : 'fails';
  }
  return 'undecided';
}
