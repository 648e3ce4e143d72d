import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { type DraftProof, isOpen, type ProvedGround } from '../api/proofs.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { LosingClaim } from './losing-claim.tsx';
import { proofWords } from './words.ts';
import { YearLine } from './year-line.tsx';
import './proof.css';

/** Whose draft was proved, and its text. */
export interface ProvedDraft {
  readonly jurisdiction: string;
  /** The code of its city. */
  readonly city: string;
  readonly text: string;
}

interface ProofPartOf {
  readonly draft: ProvedDraft;
  /** What the service says of this very text; undefined until it has answered, null where it is not asked: unsaved. */
  readonly proof: DraftProof | null | undefined;
  /** Says what comes of it, to who writes the draft. */
  readonly hint?: boolean;
}

/** Whether anybody is worse off by a draft: in one line, and where somebody is, by whose bill. */
export function ProofPart({ draft, proof, hint = false }: ProofPartOf) {
  const words = useWords(proofWords);
  const worst = proof == null ? null : worstOf(proof);
  return (
    <>
      <h2 id="proof">{draft.jurisdiction === draft.city ? words.titleInForce : words.title}</h2>
      <div role="status" aria-busy={proof == null || isOpen(proof)}>
        <p className={`proof-state ${worst?.result ?? ''}`}>
          <ProofWords proof={proof} />
        </p>
      </div>
      {worst?.result === 'proved' ? (
        <YearLine draft={draft} proved={proof?.proof?.grounds ?? []} against={proof?.proof?.against ?? 'floor'} />
      ) : null}
      {hint && worst !== null && worst.result !== 'proved' && proof?.proof?.against === 'floor' ? (
        <p className="aside">{words.needsCity}</p>
      ) : null}
      {worst?.counterexample == null ? null : (
        <LosingClaim draft={draft} ground={worst} against={proof?.proof?.against ?? 'floor'} />
      )}
    </>
  );
}

/** Where it stands alone beside the text of a city. */
export function ProofAside({ children }: { readonly children: ReactNode }) {
  const words = useWords(proofWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without it nobody scrolls it by keyboard
    <aside className="standards-effects" tabIndex={0} aria-label={words.titleInForce}>
      {children}
    </aside>
  );
}

/** How a proof stands, in a few words that lead to it. */
export function ProofTag({ proof }: Pick<ProofPartOf, 'proof'>) {
  const words = useWords(proofWords);
  const worst = proof == null ? null : worstOf(proof);
  const ofFloor = { proved: words.shortProved, refuted: words.shortRefuted, undecided: words.shortUndecided };
  const ofNow = {
    proved: words.shortProvedInForce,
    refuted: words.shortRefutedInForce,
    undecided: words.shortUndecidedInForce,
  };
  const colour = { proved: 'success', refuted: 'error', undecided: 'warning' } as const;
  if (worst === null) return proof != null && isOpen(proof) ? <Tag>{words.running}</Tag> : null;
  const told = proof?.proof?.against === 'inForce' ? ofNow : ofFloor;
  return (
    <a href="#proof">
      <Tag color={colour[worst.result]}>{isMoved(worst) ? words.shortMoved : told[worst.result]}</Tag>
    </a>
  );
}

/** Whether more is left of one part of the bill, and no more in all. */
function isMoved({ counterexample }: ProvedGround): boolean {
  return counterexample !== null && fenOf(counterexample.loss) === 0;
}

/** How a proof stands, in a sentence. */
function ProofWords({ proof }: Pick<ProofPartOf, 'proof'>) {
  const words = useWords(proofWords);
  if (proof === null) return words.unsaved;
  if (proof === undefined || isOpen(proof)) return words.running;
  const worst = worstOf(proof);
  if (worst === null) return proof.status === 'invalid' ? words.invalid : words.failed;
  const isFloor = proof.proof?.against === 'floor';
  if (worst.result === 'proved') return isFloor ? words.proved : words.provedInForce;
  if (worst.counterexample === null)
    return words.undecided(worst.reasons.map((reason) => words[reason]).join(words.listed));
  const loss = fenOf(worst.counterexample.loss);
  if (loss === 0) {
    const { before, after } = worst.counterexample;
    const less = fenOf(before.selfPay.total ?? 0) - fenOf(after.selfPay.total ?? 0);
    return words.moved(less === 0 ? null : cnyWords(less));
  }
  return isFloor ? words.refuted(cnyWords(loss)) : words.refutedInForce(cnyWords(loss));
}

/** Of several of the city's versions the one on which a draft fares worst; null where nothing is known. */
function worstOf({ proof }: DraftProof): ProvedGround | null {
  const of = (result: ProvedGround['result']) => proof?.grounds.find((ground) => ground.result === result);
  return of('refuted') ?? of('undecided') ?? of('proved') ?? null;
}
