import { useRef } from 'react';
import type { Days } from '../../api/moved-on.ts';
import { usePublishedVersions } from '../../api/published-versions.ts';
import { Refused } from '../../api/refused.ts';
import { useDraftChanges } from '../../api/reviews.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { reviewWords } from '../../review/words.ts';
import { Failure } from '../../shell/failure.tsx';
import type { Stretch } from '../../shell/stretches.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { namedChanges } from '../draft/named-changes.ts';
import { isWorse } from '../effects/compared.ts';
import { EffectWords } from '../effects/effect-words.tsx';
import { changedFirst, useTypicalEffects } from '../effects/use-effects.ts';
import { type Replaced, replacedLater } from './replaced.ts';
import { replacingWords } from './words.ts';
import './replacing.css';

/** A draft as it is saved. */
export interface Saved {
  readonly id: string;
  readonly revision: number;
  readonly jurisdiction: string;
}

interface ReplacedChangesOf {
  readonly draft: Saved;
  readonly replaced: readonly Replaced[];
  /** The draft's text, whose typical claims are settled; null where it is published and has become a version. */
  readonly text: string | null;
}

/** For each version that a draft would take the place of later within its period: what it changes against that one. */
export function ReplacedChanges({ draft, replaced, text }: ReplacedChangesOf) {
  return replaced.map((one) => <OfOne key={one.of.version} draft={draft} replaced={one} text={text} />);
}

/** The same for a draft that is being written, or waits; of one whose life is over nothing is to come. */
export function ReplacedByDraft({
  draft,
  days,
  text,
}: {
  readonly draft: Saved & { readonly state: string };
  readonly days: Days;
  readonly text: string;
}) {
  const { data: own } = usePublishedVersions(draft.jurisdiction);
  if (draft.state === 'published' || draft.state === 'discarded') return null;
  return <ReplacedChanges draft={draft} replaced={replacedLater(days, own ?? [])} text={text} />;
}

interface OfOneVersion extends Omit<ReplacedChangesOf, 'replaced'> {
  readonly replaced: Replaced;
}

function OfOne({ draft, replaced, text }: OfOneVersion) {
  const words = useWords(replacingWords);
  const classes = useWords(reviewWords);
  const days = useStretchWords();
  const { version } = replaced.of;
  const [{ from }] = replaced.stretches;
  const { data: found, error, refetch } = useDraftChanges(draft, { version, date: from });
  // While it is asked again what was found last stands, so that nothing jumps at every save.
  const last = useRef(found);
  last.current = found ?? last.current;
  const data = last.current;
  const changes = worstFirst(data?.comparison.changes ?? []);
  const worse = changes.filter((one) => one.class === 'worse').length;
  // What is wrong with the text is told elsewhere.
  if (error instanceof Refused && error.problem.code === 'draftInvalid') return null;
  const head = words.replaces(version, days(replaced.stretches));
  return (
    <section className="replacing" aria-label={head}>
      <h3>{head}</h3>
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <>
          <p>
            {words.comparedWith(version)}
            {changes.length === 0 ? words.noChanges(version) : null}
            {worse === 0 ? null : <strong className="replacing-worse">{words.worseThan(version, worse)}</strong>}
          </p>
          <ul>
            {changes.map((change) => (
              <li key={change.fingerprint}>
                <span className={`replacing-class ${change.class}`}>{classes[change.class]}</span> {change.sentence}
              </li>
            ))}
          </ul>
          {text === null || changes.length === 0 ? null : (
            <ClaimsThen jurisdiction={draft.jurisdiction} text={text} from={from} />
          )}
        </>
      )}
    </section>
  );
}

/** Typical claims on the first of these days, by the version that holds then and by the draft; those that get less first. */
function ClaimsThen({
  jurisdiction,
  text,
  from,
}: {
  readonly jurisdiction: string;
  readonly text: string;
  readonly from: string;
}) {
  const words = useWords(replacingWords);
  const { language } = useLanguage();
  const { compared } = useTypicalEffects({ jurisdiction, text, from, to: null }, true);
  const changed = changedFirst(compared).toSorted((one, other) => Number(isWorse(other)) - Number(isWorse(one)));
  if (changed.length === 0) return null;
  return (
    <>
      <p>{words.claimsThen(from)}</p>
      <ul>
        {changed.map((one) => (
          <li key={one.id}>
            {one.label[language]} <EffectWords compared={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Stretches of days, as they are read one after another. */
export function useStretchWords(): (stretches: readonly Stretch[]) => string {
  const words = useWords(replacingWords);
  return (stretches) => stretches.map(({ from, to }) => words.stretch(from, to)).join(words.listed);
}

/** Changes of content, those that are worse for claimants first. */
export function worstFirst<Of extends { readonly subject: string; readonly kind: string; readonly class: string }>(
  changes: readonly Of[],
): readonly Of[] {
  const told = namedChanges(changes).filter(({ kind }) => kind !== 'period-changed');
  return told.toSorted((one, other) => Number(other.class === 'worse') - Number(one.class === 'worse'));
}
