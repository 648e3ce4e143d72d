import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { answerOf, service } from '../api/client.ts';
import type { EffectiveRules } from '../api/effective.ts';
import { type Place, usePlaces } from '../api/places.ts';
import { type Publication, usePublishedVersions } from '../api/published-versions.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantDay } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWho } from '../shell/who.ts';
import { focusFigure } from './focus-figure.ts';
import { StepChart, type Stretch } from './step-chart.tsx';
import { overviewWords } from './words.ts';

interface HistoryOf {
  /** The standard by its id, and what it is called. */
  readonly standard: string;
  readonly label: string;
  readonly code: string;
  readonly close: () => void;
}

/** A standard of a place over time: what it was when, by which version, who published it and why; also what is not in force. */
export function History({ standard, label, code, close }: HistoryOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const places = usePlaces();
  const versions = usePublishedVersions(code);
  const place = places.data?.find((one) => one.code === code);
  const over = useStretches(place, standard);
  useEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    focusFigure(standard, code);
    close();
  };
  const error = places.error ?? versions.error ?? over.error;
  const title = words.historyOf(label, place?.name[language] ?? code);
  return (
    <dialog ref={dialog} className="overview-history" aria-label={title} onClose={leave}>
      <div className="overview-history-head">
        <h2>{title}</h2>
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
      {error === null ? null : <Failure error={error} />}
      {error === null && (over.stretches === null || versions.data === undefined) ? <Waiting /> : null}
      {over.stretches === null || versions.data === undefined ? null : (
        <>
          <StepChart stretches={over.stretches} title={title} />
          <Stretches stretches={over.stretches} versions={versions.data} title={title} />
          <Publications versions={versions.data} />
        </>
      )}
    </dialog>
  );
}

/** What the standard is in each stretch of time in which one set of rules is in force; neighbours that are the same are one. */
function useStretches(place: Place | undefined, standard: string) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const periods = place?.periods ?? [];
  const found = useQueries({
    queries: periods.map(({ from }) => ({
      queryKey: ['effective', language, place?.code, from],
      queryFn: async () => {
        const params = { path: { code: place?.code ?? '' }, query: { date: from } };
        return answerOf(
          await service(language).GET('/api/v1/jurisdictions/{code}/effective', { params }),
        ) as EffectiveRules;
      },
      staleTime: 60_000,
    })),
  });
  const error = found.find((one) => one.error !== null)?.error ?? null;
  if (place === undefined || found.some(({ data }) => data === undefined)) return { stretches: null, error };
  const stretches = periods.map(({ from, to, version }, index): Stretch => {
    const held = found[index]?.data?.standards[standard];
    return {
      ...{ from, to: to ?? null, version: held?.origin === 'county' ? version : null },
      figure: held?.words[language] ?? words.notInForce,
      value: held?.value ?? null,
    };
  });
  return { stretches: joined(stretches), error };
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const one of stretches) {
    const last = found.at(-1);
    const same = last !== undefined && last.figure === one.figure && last.version === one.version;
    if (same) found[found.length - 1] = { ...last, to: one.to };
    else found.push(one);
  }
  return found;
}

interface StretchesOf {
  readonly stretches: readonly Stretch[];
  readonly versions: readonly Publication[];
  readonly title: string;
}

function Stretches({ stretches, versions, title }: StretchesOf) {
  const words = useWords(overviewWords);
  return (
    <table className="overview-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.byWhom}</th>
        </tr>
      </thead>
      <tbody>
        {stretches.map(({ from, to, figure, version }) => (
          <tr key={from}>
            <td className="unbroken">{words.fromTo(from, to ?? words.open)}</td>
            <td>{figure}</td>
            <td>{version === null ? words.cityFloor : <Why version={version} versions={versions} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Why({ version, versions }: { readonly version: string; readonly versions: readonly Publication[] }) {
  const who = useWho();
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const found = versions.find((one) => one.version === version);
  return (
    <>
      {words.version(version)}
      {found === undefined ? null : (
        <small>{words.publishedBy(who(found.publishedBy), instantDay(found.publishedAt))}</small>
      )}
      {found?.reason ? <small>{words.reason(found.reason[language])}</small> : null}
    </>
  );
}

/** Every version that the place published, with what became of it: in force when, scheduled, overtaken, suspended. */
function Publications({ versions }: { readonly versions: readonly Publication[] }) {
  const words = useWords(overviewWords);
  if (versions.length === 0) return null;
  const standings: Readonly<Record<string, string>> = {
    suspended: words.suspended,
    revoked: words.revoked,
  };
  return (
    <>
      <h3>{words.allVersions}</h3>
      <ul>
        {versions.map(({ version, effective, inForce, standing }) => (
          <li key={version}>
            {words.version(version)}
            {words.stated(effective.from, effective.to ?? words.open)}
            {standings[standing] ??
              (inForce.length === 0
                ? words.overtaken
                : words.inForce(
                    inForce.map(({ from, to }) => words.fromTo(from, to ?? words.open)).join(words.listed),
                  ))}
          </li>
        ))}
      </ul>
    </>
  );
}
