import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Publication } from '../../api/published-versions.ts';
import { useWords } from '../../language/language.tsx';
import { dayAway } from '../../shell/stretches.ts';
import type { Replaced } from './replaced.ts';
import { useStretchWords } from './replaced-changes.tsx';
import { replacingWords } from './words.ts';
import './replacing.css';

interface BegunBesideOf {
  /** The version that takes effect within the draft's days, which it was not begun from. */
  readonly replaced: Replaced;
  /** The number of the version that it was begun from; undefined where it was begun from none. */
  readonly origin: string | undefined;
  /** What can be done about it; null for who may not write the draft. */
  readonly acts: {
    readonly startFrom: (version: Publication) => void;
    readonly endOn: (day: string) => void;
    readonly isDisabled: boolean;
    readonly isPending: boolean;
  } | null;
  /** What has gone wrong. */
  readonly children: ReactNode;
}

/** Says that a published version takes effect within a draft's days, before the draft undoes it without a word, with two ways out. */
export function BegunBeside({ replaced: { of, stretches }, origin, acts, children }: BegunBesideOf) {
  const words = useWords(replacingWords);
  const days = useStretchWords();
  const [{ from }] = stretches;
  const last = dayAway(from, -1);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={words.published(of.version, from)}
      description={
        <>
          <p>{words.notStartedFrom(of.version, origin ?? '', days(stretches))}</p>
          {acts === null ? null : (
            <span className="replacing-acts">
              <Button
                type="primary"
                disabled={acts.isDisabled}
                loading={acts.isPending}
                onClick={() => acts.startFrom(of)}
              >
                {words.startFrom(of.version)}
              </Button>
              <Button disabled={acts.isDisabled} onClick={() => acts.endOn(last)}>
                {words.endBefore(last)}
              </Button>
            </span>
          )}
          {children}
        </>
      }
    />
  );
}
