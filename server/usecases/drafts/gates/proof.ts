import { type GateResult, PROOF } from '../../../workflow/gate.ts';
import type { GroundProof } from '../../office/text-workshop.ts';

/**
 * The gate of the proof on each of the city's texts that a county's document stands on; where nothing was found in the time
 * that there is, it is undecided.
 */
export function proofGates(
  documentDigest: string,
  bases: readonly { readonly digest: string }[],
  proofs: readonly GroundProof[],
): readonly GateResult[] {
  return [...new Set(bases.map(({ digest }) => digest))].map((baseDigest) => {
    const { result, evidence, reasons } = worstOf(proofs.filter((proof) => proof.baseDigest === baseDigest));
    const told = result === 'refuted' ? evidence : reasons.join(' ');
    return {
      ...{ gate: PROOF, documentDigest, baseDigest, passed: result === 'proved', result },
      ...(result === 'proved' || told === null ? {} : { evidence: told }),
      by: 'dixian',
    };
  });
}

const NONE: GroundProof = { baseDigest: '', result: 'undecided', reasons: ['stopped'], evidence: null };

/** Of several stretches on one text. */
function worstOf(proofs: readonly GroundProof[]): GroundProof {
  const of = (result: GroundProof['result']) => proofs.find((proof) => proof.result === result);
  return of('refuted') ?? of('undecided') ?? of('proved') ?? NONE;
}
