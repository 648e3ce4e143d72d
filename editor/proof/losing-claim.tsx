import type { Evaluation } from '../../client/index.ts';
import { useClaimSchema } from '../api/claims.ts';
import { type ProvedGround, useLosingClaim } from '../api/proofs.ts';
import { Brought } from '../calculator/brought.tsx';
import { entriesOf } from '../calculator/claim.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { SettlementTable } from '../settlement/settlement-table.tsx';
import { SideTable } from '../settlement/side-table.tsx';
import { WaterfallPicture } from '../settlement/waterfall.tsx';
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
      <ClaimSays city={city} ground={ground} />
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

/** What the claim says, fact by fact. */
function ClaimSays({ city, ground }: { readonly city: string; readonly ground: ProvedGround }) {
  const { claim, dates } = ground.counterexample ?? { claim: { type: '' }, dates: { from: ground.date } };
  const schema = useClaimSchema(city, dates.from, claim.type);
  if (schema.data === undefined) return null;
  return <Brought form={schema.data.form} entries={entriesOf(claim)} />;
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

function TwoBills({ before, after, firstLayer }: TwoBillsOf) {
  const words = useWords(proofWords);
  const layer = firstLayer === null ? null : (after.settlement.named?.layers[firstLayer] ?? firstLayer);
  return (
    <div className="settlement">
      <div className="proof-sides">
        {[before, after].map(({ key, name, settlement }) => (
          <section key={key} aria-label={name}>
            <h4 className={key === 'after' ? 'worse' : undefined}>
              {name} · {words.pays(cnyWords(fenOf(settlement.selfPay.total)))}
            </h4>
            <WaterfallPicture settlement={settlement} title={name} />
          </section>
        ))}
      </div>
      {layer === null ? null : <p>{words.firstLayer(layer)}</p>}
      <SideTable sides={[before, after]} title={words.bill} />
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
