import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Evaluation } from '../../client/index.ts';
import { type ClaimSchema, useClaimSchema, useSettlement } from '../api/claims.ts';
import { type Place, usePlaces } from '../api/places.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { placeName } from './beside.tsx';
import { Brought } from './brought.tsx';
import { claimOf } from './claim.ts';
import { type Calculation, calculationOf } from './claim-address.ts';
import { Figures } from './figures.tsx';
import { useNotices } from './notices.tsx';
import { requestOf } from './requests.ts';
import { Version } from './result.tsx';
import { Sentences } from './sentences.tsx';
import { calculatorWords } from './words.ts';
import './calculator.css';
import './sheet.css';

/** The answer for the person at the counter, on one page to print: the claim, the amounts, every step, the figures, the rules. */
export function AnswerSheet() {
  const words = useWords(calculatorWords);
  const [address] = useSearchParams();
  const calculation = useMemo(() => calculationOf(address), [address]);
  const { place, date, type } = calculation;
  const places = usePlaces();
  const schema = useClaimSchema(place, date, type);
  const back = <Link to={`/calculator?${address}`}>{words.back}</Link>;
  const error = places.error ?? schema.error;
  if (place === null || date === null || type === null) return <Lacking back={back} />;
  if (error !== null) return <Failure error={error} again={() => void schema.refetch()} />;
  if (places.data === undefined || schema.data === undefined) return <Waiting />;
  return (
    <Settled
      place={place}
      date={date}
      places={places.data}
      schema={schema.data}
      calculation={calculation}
      back={back}
    />
  );
}

function Lacking({ back }: { readonly back: React.ReactNode }) {
  const words = useWords(calculatorWords);
  return (
    <div className="narrow">
      <h1>{words.sheetTitle}</h1>
      <p>{words.noSheet}</p>
      {back}
    </div>
  );
}

interface SettledOf {
  readonly place: string;
  readonly date: string;
  readonly places: readonly Place[];
  readonly schema: ClaimSchema;
  readonly calculation: Calculation;
  readonly back: React.ReactNode;
}

function Settled({ place, date, places, schema, calculation, back }: SettledOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const made = useMemo(() => claimOf(schema.type, schema.form, calculation.entries), [schema, calculation]);
  const lacking = made.missing.length > 0 || made.unread.size > 0;
  const request = useMemo(() => (lacking ? null : requestOf(place, date, made)), [lacking, place, date, made]);
  const { data: settlement, error, refetch } = useSettlement(request);
  if (lacking) return <Lacking back={back} />;
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (settlement === undefined) return <Waiting />;
  return (
    <>
      <div className="sheet-actions">
        <Button type="primary" onClick={() => window.print()}>
          {words.print}
        </Button>
        {back}
      </div>
      <article className="sheet">
        <h1>{words.sheetTitle}</h1>
        <p>{words.resultOf(settlement.named?.claimType ?? schema.type, placeName(places, place, language), date)}</p>
        <Brought form={schema.form} entries={calculation.entries} />
        <Amounts settlement={settlement} />
        <h2>{words.stepsHead}</h2>
        <Sentences settlement={settlement} />
        <h2>{words.figuresHead}</h2>
        <Figures settlement={settlement} />
        <Foot settlement={settlement} />
      </article>
    </>
  );
}

function Amounts({ settlement }: { readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  return (
    <p className="sheet-sums">
      <span>
        {words.sheetPaid} <strong>{words.cny(cnyWords(fenOf(settlement.paid)))}</strong>
      </span>
      <span>
        {words.borne} <strong>{words.cny(cnyWords(fenOf(settlement.selfPay.total)))}</strong>
      </span>
    </p>
  );
}

/** What to know, and by which text: version and digests, so that the same can be asked for again. */
function Foot({ settlement }: { readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  const { told } = useNotices(settlement);
  return (
    <footer>
      {told.length === 0 ? null : (
        <ul>
          {told.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <p>
        {settlement.named?.title} <Version settlement={settlement} />
      </p>
      <p className="sheet-digest">
        {words.digestHead} <Digest of={settlement.ruleSet.effectiveDigest} />
        <br />
        {words.settlementDigest} <Digest of={settlement.settlementDigest} />
      </p>
      <p>{words.disclaimer}</p>
      <p className="sheet-signed">
        {[words.signedName, words.signedBy, words.stamp].map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </footer>
  );
}

/** A digest as far as it is told from others on paper; whole where a pointer rests on it. */
function Digest({ of }: { readonly of: string }) {
  return <span title={of}>{of.slice(0, SHOWN)}…</span>;
}

/** `sha256:` and sixteen digits. */
const SHOWN = 23;
