import type { Consequences } from '../api/consequences.ts';
import { type ReviewedDraft, useDraftChanges } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { instantDay } from '../shell/instant-words.ts';
import type { Replaced } from '../standards/replacing/replaced.ts';
import { useStretchWords, worstFirst } from '../standards/replacing/replaced-changes.tsx';
import { replacingWords } from '../standards/replacing/words.ts';
import { AskedFirst } from './asked-first.tsx';
import { useReplaced } from './replaced-part.tsx';
import { reviewWords } from './words.ts';

interface PublishOf {
  readonly draft: ReviewedDraft;
  /** What the place is called. */
  readonly place: string;
  readonly isPending: boolean;
  /** The id of what says why it cannot be published; undefined where it can. */
  readonly whyNot: string | undefined;
  readonly publish: (shown: Consequences) => void;
}

/** Publishes once it has been read where, from when on, in whose place, and that it is for ever. */
export function Publish({ draft, place, isPending, whyNot, publish }: PublishOf) {
  const words = useWords(reviewWords);
  return (
    <AskedFirst
      draft={draft}
      name={words.publish}
      title={words.publishTitle}
      confirm={words.publishNow}
      isPending={isPending}
      whyNot={whyNot}
      act={publish}
    >
      <p>{words.publishWhat(place, draft.submission?.effective.from ?? '')}</p>
      <InPlaceOf draft={draft} />
    </AskedFirst>
  );
}

/** The versions in whose place it comes, those that are suspended thereby, and what is worse than in each. */
export function InPlaceOf({ draft }: { readonly draft: ReviewedDraft }) {
  return useReplaced(draft).map((one) => <InPlaceOfOne key={one.of.version} draft={draft} replaced={one} />);
}

function InPlaceOfOne({ draft, replaced }: { readonly draft: ReviewedDraft; readonly replaced: Replaced }) {
  const words = useWords(replacingWords);
  const days = useStretchWords();
  const { data: session } = useSession();
  const { of, stretches } = replaced;
  const { data } = useDraftChanges(
    draft,
    // As the page beneath has asked already, so that nothing comes late and moves what is pressed.
    of.version === draft.submission?.compared.version ? null : { version: of.version, date: stretches[0].from },
  );
  const worse = worstFirst(data?.comparison.changes ?? []).filter((one) => one.class === 'worse');
  // By the service's clock, which a demonstration sets back. What has begun stays published beside what comes after it.
  const isSuspended = session != null && of.effective.from > instantDay(session.begun);
  const told = isSuspended ? words.willSuspend : words.willReplace;
  return (
    <>
      <p>
        <strong>{told(of.version, days(stretches))}</strong>
      </p>
      {worse.length === 0 ? null : (
        <>
          <p className="replacing-worse">{words.worseListed(of.version)}</p>
          <ul>
            {worse.map(({ fingerprint, sentence }) => (
              <li key={fingerprint}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
