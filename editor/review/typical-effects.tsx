import { Button } from 'antd';
import { useState } from 'react';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { BeforeAfterPicture } from '../settlement/before-after.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { SettlementTable } from '../settlement/settlement-table.tsx';
import { settlementWords } from '../settlement/words.ts';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { type Compared, effectOf, isFunding, movesPaidAlone } from '../standards/effects/compared.ts';
import { comparedFundings } from '../standards/effects/premium-change.ts';
import { MovedPremiums } from '../standards/effects/premiums.tsx';
import { changedFirst, useEdges, useTypicalEffects } from '../standards/effects/use-effects.ts';
import { WhoGains } from '../standards/effects/who-gains.tsx';
import { effectsWords } from '../standards/effects/words.ts';
import { Year } from '../standards/effects/year.tsx';
import { publishedSides, type SideNames, sideNames } from './reviewed-sides.ts';
import { reviewWords } from './words.ts';

/**
 * Typical claims settled by what is in force and by the submission; once it is published, by what it was reviewed against and by
 * the version that it became. Then what that costs in a year, premiums too, and who gains.
 */
export function TypicalEffects({ draft, submission }: TypicalEffectsOf) {
  const words = useWords(reviewWords);
  const effects = useWords(effectsWords);
  const { jurisdiction, text } = draft;
  const sides = publishedSides(draft, submission);
  const from = sides === undefined ? submission.effective.from : submission.compared.date;
  const reviewed = { jurisdiction, text: text ?? '', from, to: null };
  const { compared, isFirst, hasNone, error, isPending, again } = useTypicalEffects(
    reviewed,
    text !== undefined,
    sides,
  );
  // What is published is in force itself: its text changes nothing any more.
  const edges = useEdges(reviewed, text !== undefined && draft.publication === null && !isFirst);
  const changed = changedFirst(compared).filter(({ after }) => !isFunding(after));
  return (
    <section className="panel">
      <h2>{words.typical}</h2>
      {error !== null ? (
        <Failure error={error} again={again} />
      ) : hasNone ? (
        <p>{words.noTypical}</p>
      ) : isPending ? (
        <Waiting />
      ) : (
        <>
          {isFirst ? <p>{effects.nothingInForce(from)}</p> : null}
          <EffectTable compared={compared} names={sideNames(draft, words)} isFirst={isFirst} />
          {isFirst ? null : (
            <>
              <Year jurisdiction={jurisdiction} changed={changed} />
              {comparedFundings(compared)
                .filter(({ changes }) => changes.length > 0)
                .map((one) => (
                  <MovedPremiums key={one.funding.id} draft={reviewed} typical={one} sides={sides} />
                ))}
              <WhoGains edges={edges} />
            </>
          )}
        </>
      )}
    </section>
  );
}

interface TypicalEffectsOf {
  readonly draft: ReviewedDraft;
  readonly submission: NonNullable<ReviewedDraft['submission']>;
}

interface EffectTableOf {
  readonly compared: readonly Compared[];
  readonly names: SideNames;
  /** Whether there is nothing before. */
  readonly isFirst: boolean;
}

function EffectTable({ compared, names, isFirst }: EffectTableOf) {
  const words = useWords(reviewWords);
  const settlement = useWords(settlementWords);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  // Those that change are what a reviewer looks for.
  const changes = (one: Compared) => Number(effectOf(one)?.moves ?? true);
  const ordered = [...compared].sort((one, other) => changes(other) - changes(one));
  const shown = compared.find(({ id }) => id === chosen);
  return (
    <>
      <p className="settlement-unit">{settlement.inUnit}</p>
      <div className="panel-table-frame">
        <table className="panel-table panel-stack">
          <thead>
            <tr>
              <th scope="col">{words.typicalClaim}</th>
              <th scope="col" className="number">
                {words.paid}
              </th>
              <th scope="col" className="number">
                {names.selfPayBefore}
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
            {ordered.map((one) => {
              const { id, label, before, after } = one;
              return (
                <tr key={id}>
                  <th scope="row">{label[language]}</th>
                  <td className="number" data-head={words.paid}>
                    {paid(isFirst ? { ...one, before: one.after } : one, words.notSettled)}
                  </td>
                  <td className="number" data-head={names.selfPayBefore}>
                    {borne(before, isFirst ? '–' : words.notSettled)}
                  </td>
                  <td className="number" data-head={words.selfPayAfter}>
                    {borne(after, words.notSettled)}
                  </td>
                  <td className="number" data-head={words.difference}>
                    {difference(one, words)}
                  </td>
                  <td>
                    <Button
                      size="small"
                      aria-expanded={chosen === id}
                      aria-label={`${words.showSteps}: ${label[language]}`}
                      onClick={() => setChosen(chosen === id ? null : id)}
                    >
                      {words.showSteps}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown === undefined ? null : <Steps compared={shown} names={names} />}
    </>
  );
}

/** A claim before and after in one picture, and how the submission settles it. */
function Steps({
  compared: { label, before, after },
  names,
}: {
  readonly compared: Compared;
  readonly names: SideNames;
}) {
  const { language } = useLanguage();
  const title = label[language];
  return (
    <>
      {before === null || after === null ? null : (
        <BeforeAfterPicture before={before} after={after} names={names} title={title} />
      )}
      {after === null ? null : <SettlementTable settlement={after} title={title} />}
    </>
  );
}

function borne(settlement: Compared['after'], otherwise: string): string {
  return settlement === null ? otherwise : cnyWords(fenOf(settlement.selfPay.total));
}

/** What is paid before and after; once where it stays. */
function paid({ before, after }: Compared, otherwise: string): string {
  const [was, is] = [before, after].map((one) => (one === null ? otherwise : cnyWords(fenOf(one.paid))));
  return was === is ? `${is}` : `${was} → ${is}`;
}

/** What somebody bears or gets more or less, by sign as well. */
function difference(compared: Compared, words: (typeof reviewWords)['zh']): string {
  const effect = effectOf(compared);
  if (effect === null) return '–';
  if (!effect.moves) return words.same;
  if (isFunding(compared.after)) return words.premiumsMoved;
  const told = [
    tell(effect.selfPay, words.more, words.less),
    movesPaidAlone(effect) ? tell(effect.paid, words.getsMore, words.getsLess) : null,
  ].filter((one) => one !== null);
  return told.length === 0 ? words.partsMoved : told.join(words.between);
}

type Tell = (amount: string) => string;

function tell(fen: number, more: Tell, less: Tell): string | null {
  return fen === 0 ? null : fen > 0 ? more(cnyWords(fen)) : less(cnyWords(-fen));
}
