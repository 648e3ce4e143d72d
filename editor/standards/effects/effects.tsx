import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { BeforeAfter } from './before-after-tables.tsx';
import { dayWithin, isFunding, isWorse } from './compared.ts';
import { EffectWords } from './effect-words.tsx';
import { EFFECTS, JumpToEffects } from './jump.tsx';
import { comparedFundings } from './premium-change.ts';
import { Premiums } from './premiums.tsx';
import { changedFirst, type DraftText, useComparedClaim, useEdges, useTypicalEffects } from './use-effects.ts';
import { WhoGains } from './who-gains.tsx';
import { effectsWords } from './words.ts';
import { Year } from './year.tsx';

interface EffectsOf {
  readonly draft: DraftText;
  readonly usable: boolean;
  /** Whether anybody is worse off, above all else. */
  readonly proof: ReactNode;
  /** What it changes of versions that begin later within its period, which nothing else here tells. */
  readonly replaced: ReactNode;
}

/** What a draft does, beside its form: typical claims before and after, the first claim that changes, who gains, the premiums. */
export function Effects({ draft, usable, proof, replaced }: EffectsOf) {
  const words = useWords(effectsWords);
  const { language } = useLanguage();
  const { compared, refused, error, isPending, isBehind, again } = useTypicalEffects(draft, usable);
  const works = usable && refused === null && !isPending && error === null;
  const edges = useEdges(draft, works);
  const [chosen, setChosen] = useState<string | null>(null);
  const claims = compared.filter(({ before, after }) => !isFunding(before ?? after));
  const changed = changedFirst(claims);
  const shown = claims.find(({ id }) => id === chosen) ?? changed[0] ?? null;
  // The proof says that the floor is kept, which is not that nobody gets less or has more to pay than now.
  const worse = changed.filter(isWorse).length;
  const isCounting = isBehind && usable && error === null;
  // What is paid before anybody is ill stands above what may be looked at as well.
  const fundings = comparedFundings(compared);
  const movesPremiums = fundings.some(({ changes }) => changes.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without it nobody scrolls it by keyboard
    <aside id={EFFECTS} className="standards-effects" tabIndex={0} aria-label={words.title} aria-busy={isBehind}>
      <JumpToEffects works={works} isCounting={isCounting} most={changed[0] ?? null} />
      {proof}
      <h2>{words.title}</h2>
      <p className="aside">{isCounting ? words.counting : words.onDay(draft.from)}</p>
      {error === null || !usable ? null : <Failure error={error} again={again} />}
      {(refused !== null || !usable) && !isPending ? <p role="status">{words.notUsable}</p> : null}
      {works ? (
        <>
          {replaced}
          <div role="status">
            {changed.length === 0 && !isBehind ? <p>{words.noneChanges}</p> : null}
            {worse === 0 ? null : <p className="standards-worse">{words.worseThanNow(worse)}</p>}
          </div>
          <ul className="standards-claims" aria-label={words.claims}>
            {changed.map((one) => (
              <li key={one.id}>
                <button type="button" aria-pressed={shown?.id === one.id} onClick={() => setChosen(one.id)}>
                  <strong>{one.label[language]}</strong>
                  <EffectWords compared={one} />
                </button>
              </li>
            ))}
          </ul>
          {changed.length === 0 ? null : <p className="aside">{words.unchanged(claims.length - changed.length)}</p>}
          <Year jurisdiction={draft.jurisdiction} changed={changed} />
          {movesPremiums ? <Premiums draft={draft} fundings={fundings} /> : null}
          {changed.length === 0 && !isBehind ? <FirstEdge draft={draft} edges={edges} /> : null}
          {shown === null || changed.length === 0 ? null : <BeforeAfter compared={shown} />}
          <WhoGains edges={edges} />
          {movesPremiums ? null : <Premiums draft={draft} fundings={fundings} />}
        </>
      ) : null}
    </aside>
  );
}

type EdgesFound = ReturnType<typeof useEdges>;

/** Where no typical claim changes: the first claim that does. */
function FirstEdge({ draft, edges }: { readonly draft: DraftText; readonly edges: EdgesFound }) {
  const { language } = useLanguage();
  const words = useWords(effectsWords);
  const edge = edges.data?.edges[0] ?? null;
  const claim =
    edge === null
      ? null
      : { id: 'edge', claim: edge.claim as never, date: dayWithin(edge.dates.to, draft.from, draft.to) };
  const label = { zh: words.firstChanged, en: words.firstChanged };
  const compared = useComparedClaim(draft, claim, label);
  if (edges.error !== null) return <Failure error={edges.error} again={() => void edges.refetch()} />;
  if (edges.data === undefined) return <p className="aside">{words.searching}</p>;
  if (edge === null) return <p>{words.noChange}</p>;
  return (
    <section aria-label={words.firstChanged}>
      <h3>{words.firstChanged}</h3>
      <p>{edge.message}</p>
      {compared.data === undefined ? null : (
        <>
          <p>
            <EffectWords compared={compared.data} />
          </p>
          <BeforeAfter compared={{ ...compared.data, label: { zh: label[language], en: label[language] } }} />
        </>
      )}
    </section>
  );
}
