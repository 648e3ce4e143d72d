import type { DraftProof } from '../../api/proofs.ts';
import { ProofAside, ProofPart } from '../../proof/proof-part.tsx';
import { Effects } from '../effects/effects.tsx';
import { ReplacedByDraft } from '../replacing/replaced-changes.tsx';
import { valueAt } from '../text/yaml-value.ts';
import type { DeskDraft } from './use-desk-draft.ts';

interface DraftEffectsOf {
  readonly of: DeskDraft;
  readonly proof: DraftProof | null | undefined;
}

/** What a draft does, beside its faces: of a county's all of it, of a city's whether anybody is worse off. */
export function DraftEffects({ of, proof }: DraftEffectsOf) {
  const { draft, isCounty, text, value, days, view } = of;
  const { jurisdiction } = draft;
  // A county's text says whose floor it stands on before the rules of its day are there.
  const ownCity = isCounty ? String(valueAt(value ?? {}, ['extends']) ?? '') : jurisdiction;
  const city = view?.effective.ruleSet.base.jurisdiction ?? ownCity;
  const proofPart = <ProofPart hint proof={proof} draft={{ jurisdiction, city, text }} />;
  if (!isCounty) return <ProofAside>{proofPart}</ProofAside>;
  return (
    <Effects
      draft={{ jurisdiction, text, ...days }}
      usable={of.isUsable}
      proof={of.hasRules ? proofPart : null}
      replaced={<ReplacedByDraft draft={draft} days={days} text={text} />}
    />
  );
}
