import { Link } from 'react-router';
import type { Evaluation, EvaluationRequest } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { Waterfall } from '../settlement/waterfall.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { shellWords } from '../shell/words.ts';
import { Call } from './call.tsx';
import { Notices, useNotices } from './notices.tsx';
import { Sentences } from './sentences.tsx';
import { calculatorWords } from './words.ts';

interface ResultOf {
  readonly request: EvaluationRequest;
  readonly settlement: Evaluation;
  readonly place: string;
  /** The address that says this calculation again, from its question mark on. */
  readonly address: string;
}

/** What came of a claim: the amounts, the waterfall, sentences, what to know, and the call itself. */
export function Result({ request, settlement, place, address }: ResultOf) {
  const words = useWords(calculatorWords);
  const shell = useWords(shellWords);
  const type = settlement.named?.claimType ?? settlement.claimType;
  const title = words.resultOf(type, place, settlement.date);
  const { told, readings } = useNotices(settlement);
  return (
    <>
      <p className="calculator-sums">
        <span>
          {words.paidInAll} <strong>{words.cny(cnyWords(fenOf(settlement.paid)))}</strong>
        </span>
        <span>
          {words.borne} <strong>{words.cny(cnyWords(fenOf(settlement.selfPay.total)))}</strong>
        </span>
      </p>
      <p className="aside">
        {title}
        {shell.between}
        <Version settlement={settlement} />
      </p>
      <div className="calculator-actions">
        <CopyButton text={() => `${location.origin}/calculator?${address}`} name={words.copyLink} />
        <Link className="calculator-link" to={`/calculator/sheet?${address}`}>
          {words.sheet}
        </Link>
      </div>
      <Waterfall settlement={settlement} title={title} />
      <Notices name={words.notices} notices={told} open />
      <details className="calculator-folded">
        <summary>{words.sentences}</summary>
        <Sentences settlement={settlement} />
      </details>
      <Unapplied settlement={settlement} />
      <Notices name={words.readings} notices={readings} open={false} />
      <Call request={request} settlement={settlement} />
    </>
  );
}

/** By which version a claim was settled, in words. */
export function Version({ settlement: { ruleSet } }: { readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  const base = ruleSet.base.version ?? '';
  if (ruleSet.jurisdiction === ruleSet.base.jurisdiction) return words.underCity(base);
  return ruleSet.version === null ? words.underBase(base) : words.underCounty(ruleSet.version, base);
}

function Unapplied({ settlement }: { readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  const unapplied = (settlement.explanation ?? []).flatMap((entry) => (entry.applied ? [] : [entry]));
  if (unapplied.length === 0) return null;
  return (
    <details className="calculator-folded">
      <summary>{words.unapplied}</summary>
      <ul>
        {unapplied.map(({ rule, label, failed }) => (
          <li key={rule}>{words.whyNot(label, failed.message)}</li>
        ))}
      </ul>
    </details>
  );
}
