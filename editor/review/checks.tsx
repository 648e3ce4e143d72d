import { useMatrix } from '../api/matrix.ts';
import { type ReviewedDraft, useDraftChanges } from '../api/reviews.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { proofWords } from '../proof/words.ts';
import { instantWords } from '../shell/instant-words.ts';
import { useWho } from '../shell/who.ts';
import { adviceLeftIn } from './advice-left.ts';
import { reviewWords } from './words.ts';

/** Whose approval is needed and given, checks with their results, and what is worth knowing. */
export function Checks({ draft }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const who = useWho();
  const { submission } = draft;
  if (submission === null) return null;
  return (
    <section className="panel">
      <h2>{words.approvals}</h2>
      <ul>
        {submission.needed.map(({ as, because }) => {
          const given = draft.approvals.find((approval) => approval.as === as);
          return (
            <li key={as}>
              {words[as]}
              {because.length === 0 ? '' : <Because draft={draft} because={because} />}
              {words.said}
              {given === undefined ? words.missing : words.given(who(given.by), instantWords(given.at))}
              {given?.reason === undefined ? null : <div>{words.overriddenBecause(given.reason)}</div>}
            </li>
          );
        })}
      </ul>
      <h2>
        {words.gates} <small className="aside">{words.atSubmission(instantWords(submission.at))}</small>
      </h2>
      {draft.gates.length === 0 ? <p className="aside">{words.noGates}</p> : <Gates draft={draft} />}
      {submission.warnings.length === 0 ? null : (
        <>
          <h2>
            {words.warnings} <small className="aside">{words.atSubmission(instantWords(submission.at))}</small>
          </h2>
          <ul>
            {submission.warnings.map(({ code, message, help, pointer }) => (
              <li key={code + pointer + message}>
                {message}
                {help === null ? null : <span className="aside"> {help}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type NeedReason = NonNullable<ReviewedDraft['submission']>['needed'][number]['because'][number];

/** Why an approval is needed; of figures against the city's advice also which, and whether they are new. */
function Because({ draft, because }: { readonly draft: ReviewedDraft; readonly because: readonly NeedReason[] }) {
  const words = useWords(reviewWords);
  const advice = useAdviceWords(draft);
  return words.because(because.map((why) => (why === 'adviceLeft' ? advice : words[why])).join(words.listed));
}

function useAdviceWords(draft: ReviewedDraft): string {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const { data: matrix } = useMatrix(null, draft.jurisdiction);
  const { data } = useDraftChanges(draft);
  const { changed, kept } = adviceLeftIn(draft.submission?.warnings ?? [], data?.comparison.changes);
  const names = (ids: readonly string[]) =>
    ids.map((id) => matrix?.standards.find((one) => one.id === id)?.label[language] ?? id).join(words.nameAfterName);
  // Said without names until they are known.
  if (matrix === undefined || changed.length + kept.length === 0) return words.adviceLeft;
  return [
    ...(changed.length === 0 ? [] : [words.adviceLeftBy(names(changed))]),
    ...(kept.length === 0 ? [] : [words.adviceKept(names(kept))]),
  ].join(words.listed);
}

/** What each gate said, in words; where there are several grounds, of which version of the city. */
function Gates({ draft: { kind, gates, submission } }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const versions = new Map(submission?.bases.map(({ digest, version }) => [digest, version]));
  const named: Readonly<Record<string, string>> = {
    schema: words.gateSchema,
    diffClass: words.gateDiffClass,
    proof: words.gateProof,
  };
  return (
    <ul>
      {gates.map((gate) => {
        const version = gate.baseDigest === null ? undefined : versions.get(gate.baseDigest);
        return (
          <li key={gate.gate + gate.baseDigest}>
            {named[gate.gate] ?? gate.gate}
            {versions.size < 2 || version === undefined ? '' : words.because(words.onVersion(version))}
            {words.said}
            {gate.passed ? words.gatePassed : words.gateFailed} – <GateWords gate={gate} isCity={kind === 'RuleSet'} />
          </li>
        );
      })}
    </ul>
  );
}

interface GateWordsOf {
  readonly gate: ReviewedDraft['gates'][number];
  readonly isCity: boolean;
}

/** A gate's result in words; of a refuted proof also how its claim is called, of an undecided one why. */
function GateWords({ gate: { result, evidence }, isCity }: GateWordsOf) {
  const words = useWords(reviewWords);
  const proof = useWords(proofWords);
  const results: Readonly<Record<string, string>> = {
    // A city's own text is the floor.
    valid: isCity ? words.resultValidCity : words.resultValid,
    invalid: words.resultInvalid,
    better: words.better,
    worse: words.worse,
    neutral: words.neutral,
    mixed: words.mixed,
    undetermined: words.undetermined,
    proved: words.resultProved,
    refuted: words.resultRefuted,
    undecided: words.resultUndecided,
  };
  if (evidence === undefined) return results[result] ?? result;
  const reasons: Readonly<Record<string, unknown>> = { ...proof };
  const told =
    result === 'refuted'
      ? proof.reference(evidence)
      : evidence
          .split(' ')
          .map((why) => (typeof reasons[why] === 'string' ? reasons[why] : why))
          .join(words.listed);
  return (
    <>
      {results[result] ?? result} <span className="aside">({told})</span>
    </>
  );
}
