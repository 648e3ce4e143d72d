import type { Evaluation } from '../../client/index.ts';
import { useClaimSchema } from '../api/claims.ts';
import { type ProvedGround, useLosingClaim } from '../api/proofs.ts';
import { Brought } from '../calculator/brought.tsx';
import { entriesOf } from '../calculator/claim.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf, signedCny } from '../settlement/money.ts';
import { SettlementTable } from '../settlement/settlement-table.tsx';
import { layerNames, paidBy } from '../settlement/sides.ts';
import { WaterfallPicture } from '../settlement/waterfall.tsx';
import { settlementWords } from '../settlement/words.ts';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import type { ProvedDraft } from './proof-part.tsx';
import { proofWords } from './words.ts';
import '../calculator/sheet.css';

interface LosingClaimOf {
  readonly draft: ProvedDraft;
  readonly ground: ProvedGround;
  readonly against: 'floor' | 'inForce';
}

/** The claim by which somebody is worse off: what it says, and its two bills beside each other. */
export function LosingClaim({ draft: { jurisdiction, city, text }, ground, against }: LosingClaimOf) {
  const words = useWords(proofWords);
  const { data, error, refetch } = useLosingClaim(jurisdiction, city, text, ground);
  const first = against === 'floor' ? words.byCity : words.inForce;
  return (
    <section className="proof-claim" aria-label={words.bill}>
      <h3>{words.bill}</h3>
      <p className="aside">
        {words.madeUp} {words.onVersion(ground.version ?? '', ground.date)} · {words.reference(ground.evidence ?? '')}
      </p>
      {ground.counterexample === null ? null : (
        <ClaimSays city={city} date={ground.counterexample.dates.from} claim={ground.counterexample.claim} />
      )}
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : data?.before == null || data.after === null ? (
        <Waiting />
      ) : (
        <TwoBills
          before={{ key: 'before', name: first, settlement: data.before }}
          after={{ key: 'after', name: words.byDraft, settlement: data.after }}
          firstLayer={ground.counterexample?.firstLayer ?? null}
        />
      )}
    </section>
  );
}

interface ClaimSaysOf {
  readonly city: string;
  readonly date: string;
  readonly claim: NonNullable<ProvedGround['counterexample']>['claim'];
}

/** What a claim says, fact by fact. */
export function ClaimSays({ city, date, claim }: ClaimSaysOf) {
  const schema = useClaimSchema(city, date, claim.type);
  if (schema.data === undefined) return null;
  return <Brought form={schema.data.form} entries={entriesOf(claim)} />;
}

/** Where all together is no more than before: of which parts of the bill more is borne. */
function movedPots(before: Evaluation, after: Evaluation) {
  if (fenOf(after.selfPay.total) > fenOf(before.selfPay.total)) return [];
  return Object.entries(after.selfPay)
    .map(([pot, left]) => ({
      pot: after.named?.pots[pot] ?? pot,
      was: fenOf(before.selfPay[pot] ?? 0),
      is: fenOf(left),
    }))
    .filter(({ was, is }) => is > was);
}

/** Layer by layer what both bills pay, and what is left to the person. */
function BillTable({ before, after }: Pick<TwoBillsOf, 'before' | 'after'>) {
  const words = useWords(proofWords);
  const settlement = useWords(settlementWords);
  const rows = [
    ...layerNames([before, after]).map(([layer, name]) => ({
      name,
      was: paidBy(before.settlement, layer),
      is: paidBy(after.settlement, layer),
    })),
    { name: settlement.inAll, was: fenOf(before.settlement.paid), is: fenOf(after.settlement.paid) },
    {
      name: settlement.selfPay,
      was: fenOf(before.settlement.selfPay.total),
      is: fenOf(after.settlement.selfPay.total),
    },
    ...movedPots(before.settlement, after.settlement).map(({ pot, ...sides }) => ({
      name: words.leftOf(pot),
      ...sides,
    })),
  ].filter(({ was, is }) => was !== 0 || is !== 0);
  return (
    <>
      <p className="settlement-unit">{settlement.inUnit}</p>
      <table className="settlement-table proof-table">
        <caption>{words.bill}</caption>
        <thead>
          <tr>
            <th scope="col">{words.layer}</th>
            <th scope="col" className="settlement-amount">
              {before.name}
            </th>
            <th scope="col" className="settlement-amount">
              {after.name}
            </th>
            <th scope="col" className="settlement-amount">
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, was, is }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="settlement-amount">{cnyWords(was)}</td>
              <td className="settlement-amount">{cnyWords(is)}</td>
              <td className="settlement-amount">{is === was ? '–' : signedCny(is - was)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface Bill {
  readonly key: string;
  readonly name: string;
  readonly settlement: Evaluation;
}

interface TwoBillsOf {
  readonly before: Bill;
  readonly after: Bill;
  readonly firstLayer: string | null;
}

/** Whether the person has more or less by the second of two settlements; of a claim without a bill by what is paid. */
function standingOf(before: Evaluation, after: Evaluation): 'better' | 'worse' | undefined {
  const less = fenOf(before.selfPay.total) - fenOf(after.selfPay.total);
  const gain = less === 0 ? fenOf(after.paid) - fenOf(before.paid) : less;
  return gain === 0 ? undefined : gain > 0 ? 'better' : 'worse';
}

/** What a claim comes to by the rules of both sides, beside each other. */
export function TwoBills({ before, after, firstLayer }: TwoBillsOf) {
  const words = useWords(proofWords);
  const layer = firstLayer === null ? null : (after.settlement.named?.layers[firstLayer] ?? firstLayer);
  return (
    <div className="settlement">
      <div className="proof-sides">
        {[before, after].map(({ key, name, settlement }) => (
          <section key={key} aria-label={name}>
            <h4 className={key === 'after' ? standingOf(before.settlement, after.settlement) : undefined}>
              {name} · {words.pays(cnyWords(fenOf(settlement.selfPay.total)))}
            </h4>
            <WaterfallPicture settlement={settlement} title={name} />
          </section>
        ))}
      </div>
      {layer === null ? null : <p>{words.firstLayer(layer)}</p>}
      <BillTable before={before} after={after} />
      <details>
        <summary>{words.steps}</summary>
        {[before, after].map(({ key, name, settlement }) => (
          <section key={key} aria-label={`${name} · ${words.steps}`}>
            <h4>{name}</h4>
            <SettlementTable settlement={settlement} title={name} />
          </section>
        ))}
      </details>
    </div>
  );
}
