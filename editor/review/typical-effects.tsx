import { Button } from 'antd';
import { useState } from 'react';
import type { EvaluationRequest } from '../../client/index.ts';
import { type Answered, isSettled, type TypicalClaim, useSettlements, useTypicalClaims } from '../api/claims.ts';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { Waterfall } from '../settlement/waterfall.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { reviewWords } from './words.ts';

/** Typical claims settled by what is in force and by the submission. @param from the first day of its period */
export function TypicalEffects({ draft, from }: { readonly draft: ReviewedDraft; readonly from: string }) {
  const words = useWords(reviewWords);
  const typical = useTypicalClaims(draft.jurisdiction, from);
  const claims = typical.data ?? [];
  const now = useSettlements(claims.map((claim) => asked(claim, draft, from)));
  const then = useSettlements(claims.map((claim) => asked(claim, draft, from, draft.text)));
  const error = typical.error ?? now.error ?? then.error;
  return (
    <section className="panel">
      <h2>{words.typical}</h2>
      {error !== null ? (
        <Failure error={error} />
      ) : typical.data?.length === 0 ? (
        <p>{words.noTypical}</p>
      ) : now.data === undefined || then.data === undefined ? (
        <Waiting />
      ) : (
        <EffectTable claims={claims} now={now.data} then={then.data} />
      )}
    </section>
  );
}

/** A typical claim on the first day of the submission, by what is in force or by a text. */
function asked(claim: TypicalClaim, draft: ReviewedDraft, date: string, text?: string): EvaluationRequest {
  return {
    id: claim.id,
    jurisdiction: draft.jurisdiction,
    date,
    claim: claim.claim as EvaluationRequest['claim'],
    explain: true,
    ...(text === undefined ? {} : { ruleSet: { text } }),
  };
}

interface Effects {
  readonly claims: readonly TypicalClaim[];
  readonly now: readonly Answered[];
  readonly then: readonly Answered[];
}

function EffectTable({ claims, now, then }: Effects) {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = chosen === null ? undefined : then[chosen];
  return (
    <>
      <div className="panel-table-frame">
        <table className="panel-table">
          <thead>
            <tr>
              <th scope="col">{words.typicalClaim}</th>
              <th scope="col" className="number">
                {words.selfPayBefore}
              </th>
              <th scope="col" className="number">
                {words.selfPayAfter}
              </th>
              <th scope="col" className="number">
                {words.difference}
              </th>
              <th scope="col">{words.showSteps}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map(({ id, label }, at) => (
              <tr key={id}>
                <th scope="row">{label[language]}</th>
                <td className="number">{borne(now[at], words.notSettled)}</td>
                <td className="number">{borne(then[at], words.notSettled)}</td>
                <td className="number">{difference(now[at], then[at], words.same)}</td>
                <td>
                  <Button
                    size="small"
                    aria-expanded={chosen === at}
                    aria-label={`${words.showSteps}: ${label[language]}`}
                    onClick={() => setChosen(chosen === at ? null : at)}
                  >
                    {words.showSteps}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown !== undefined && isSettled(shown) ? (
        <Waterfall settlement={shown} title={claims[chosen ?? 0]?.label[language] ?? ''} />
      ) : null}
    </>
  );
}

function borne(answer: Answered | undefined, otherwise: string): string {
  return answer !== undefined && isSettled(answer) ? cnyWords(fenOf(answer.selfPay.total)) : otherwise;
}

/** What somebody bears more or less, by sign as well. */
function difference(now: Answered | undefined, then: Answered | undefined, same: string): string {
  if (now === undefined || then === undefined || !isSettled(now) || !isSettled(then)) return '–';
  const fen = fenOf(then.selfPay.total) - fenOf(now.selfPay.total);
  if (fen === 0) return same;
  return fen < 0 ? `▲ ${cnyWords(fen)}` : `▼ +${cnyWords(fen)}`;
}
