import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Publication } from '../api/published-versions.ts';
import { useSession } from '../api/session.ts';
import { useVersionAct, type VersionAct } from '../api/version-acts.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantDay } from '../shell/instant-words.ts';
import type { Session } from '../shell/pages.tsx';
import { daysLeft, replacing } from './standing-then.ts';
import { versionWords } from './words.ts';

const NAMES = { suspension: 'suspend', resumption: 'resume', revocation: 'revoke' } as const;

/** Setting a version aside, back or away before its first day, for those to whom that is of use. */
export function VersionActs({
  code,
  city,
  of,
  versions,
}: {
  readonly code: string;
  readonly city: string;
  readonly of: Publication;
  /** All of the place. */
  readonly versions: readonly Publication[];
}) {
  const words = useWords(versionWords);
  const { data: session } = useSession();
  const act = useVersionAct(code);
  const [chosen, setChosen] = useState<VersionAct | null>(null);
  const [reason, setReason] = useState('');
  const place = useRef<HTMLSpanElement>(null);
  const acts = actsFor(session ?? null, code, city, of);
  const isOver = acts.length === 0;
  const hasActed = useRef(false);
  // What was pressed has gone: the act that stands there now is next, or the place where all of them stood.
  useEffect(() => {
    const next = isOver ? null : place.current?.querySelector('button');
    if (chosen !== null) hasActed.current = true;
    else if (hasActed.current) (next ?? place.current)?.focus();
  }, [chosen, isOver]);
  if (chosen === null)
    return (
      <span ref={place} tabIndex={-1} className="versions-acts">
        {acts.map((name) => (
          <Button
            // Setting aside and putting back are one button, which keeps the focus.
            key={name === 'revocation' ? name : 'standing'}
            size="small"
            danger={name === 'revocation'}
            aria-label={words.ofVersion(words[NAMES[name]], of.version)}
            onClick={() => setChosen(name)}
          >
            {words[NAMES[name]]}
          </Button>
        ))}
      </span>
    );
  const done = () => {
    setChosen(null);
    setReason('');
  };
  return (
    <div className="panel-form">
      {chosen === 'resumption' ? <WhatResumingDoes of={of} versions={versions} /> : null}
      <Input
        aria-label={`${words.reasonFor(words[NAMES[chosen]], of.version)} – ${words.reason}`}
        placeholder={words.reason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <span className="versions-acts">
        <Button
          size="small"
          type="primary"
          disabled={reason.trim() === ''}
          loading={act.isPending}
          onClick={() => act.mutate({ version: of.version, act: chosen, reason }, { onSuccess: done })}
        >
          {words[NAMES[chosen]]}
        </Button>
        <Button size="small" onClick={done}>
          {words.cancel}
        </Button>
      </span>
      {act.error === null ? null : <Failure error={act.error} />}
    </div>
  );
}

/** What putting a version back would not do: on days that a later one has taken it does not come into force again. */
function WhatResumingDoes({ of, versions }: { readonly of: Publication; readonly versions: readonly Publication[] }) {
  const words = useWords(versionWords);
  const later = replacing(of, versions);
  if (later.length === 0) return null;
  const left = daysLeft(of, versions).map(({ from, to }) => words.stretch(from, to));
  const names = namesOf(later, words.listed);
  return (
    <p role="status">
      <strong>
        {left.length === 0 ? words.resumedInVain(names) : words.resumedPartly(left.join(words.listed), names)}
      </strong>
    </p>
  );
}

/** Versions by their numbers. */
export function namesOf(versions: readonly { readonly version: string }[], between: string): string {
  return versions.map(({ version }) => version).join(between);
}

/** What may be of use to somebody; the service alone decides. */
function actsFor(session: Session, code: string, city: string, of: Publication): readonly VersionAct[] {
  if (session === null || of.standing === 'revoked' || of.effective.from <= instantDay(session.begun)) return [];
  const holds = (role: string, place: string) =>
    session.grants.some((grant) => grant.role === role && grant.jurisdiction === place);
  const ofCity = holds('cityReviewer', city);
  if (!ofCity && !holds('countyReviewer', code)) return [];
  if (ofCity) return [of.standing === 'suspended' ? 'resumption' : 'suspension', 'revocation'];
  if (of.standing !== 'suspended') return ['suspension'];
  // What the city set aside, the city alone puts back.
  return of.events.at(-1)?.as === 'cityReviewer' ? [] : ['resumption'];
}
