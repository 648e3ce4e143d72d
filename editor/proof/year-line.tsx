import { useState } from 'react';
import type { ProvedGround } from '../api/proofs.ts';
import { useYearClaims, type YearExample } from '../api/year-claims.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ClaimSays, TwoBills } from './losing-claim.tsx';
import type { ProvedDraft } from './proof-part.tsx';
import { proofWords } from './words.ts';

interface YearLineOf {
  readonly draft: ProvedDraft;
  readonly proved: readonly ProvedGround[];
  readonly against: 'floor' | 'inForce';
}

/** The year's own answer, beside that of each claim: the worst of all grounds, with the two claims where there are such. */
export function YearLine({ draft, proved, against }: YearLineOf) {
  const words = useWords(proofWords);
  const years = proved.map(({ year }) => year);
  const than = against === 'floor' ? words.byCity : words.inForce;
  const example = years.find((year) => year.example !== null)?.example ?? null;
  if (example === null) {
    const isProved = years.every(({ result }) => result === 'proved');
    return <p className="aside">{isProved ? words.yearProved(than) : words.yearUndecided}</p>;
  }
  const [more, before, after] = [example.loss, example.selfPay.from, example.selfPay.to].map(fenOf) as [
    number,
    number,
    number,
  ];
  // Of claims without a bill nobody pays more: they are paid less.
  const told = after - before === more ? words.yearRefuted : words.yearPaidLess;
  return (
    <>
      <p className="aside">{told(than, cnyWords(more), cnyWords(before), cnyWords(after))}</p>
      <TwoClaims draft={draft} example={example} before={than} />
    </>
  );
}

interface TwoClaimsOf {
  readonly draft: ProvedDraft;
  readonly example: YearExample;
  /** What the side is called that the draft is held against. */
  readonly before: string;
}

/** The two claims of the year, settled once somebody opens them. */
function TwoClaims({ draft, example, before }: TwoClaimsOf) {
  const words = useWords(proofWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="proof-claim" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{words.yearClaims}</summary>
      {isOpen ? <SettledClaims draft={draft} example={example} before={before} /> : null}
    </details>
  );
}

function SettledClaims({ draft: { jurisdiction, city, text }, example, before }: TwoClaimsOf) {
  const words = useWords(proofWords);
  const { data, error, refetch } = useYearClaims(jurisdiction, city, text, example);
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data === null) return <p>{words.yearClaimsGone}</p>;
  return (
    <>
      <p className="aside">{words.yearMadeUp}</p>
      {data.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second claim of a year are what they are by their place
        <section key={at} aria-label={words.yearClaim(at + 1)}>
          <h3>{words.yearClaim(at + 1)}</h3>
          <ClaimSays city={city} date={example.dates.from} claim={example.claims[at] ?? { type: '' }} />
          <TwoBills
            before={{ key: 'before', name: before, settlement: one.before }}
            after={{ key: 'after', name: words.byDraft, settlement: one.after }}
            firstLayer={null}
          />
        </section>
      ))}
    </>
  );
}
