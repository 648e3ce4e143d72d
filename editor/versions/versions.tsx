import { Link, useNavigate, useParams } from 'react-router';
import { placeOf, usePlaces } from '../api/places.ts';
import { type Publication, usePublishedVersions } from '../api/published-versions.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { usePlaceInTitle } from '../shell/place-in-title.tsx';
import { usePlaceOption } from '../shell/place-option.tsx';
import type { Stretch } from '../shell/stretches.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWho } from '../shell/who.ts';
import { ownCounty } from '../standards/county/may-write.ts';
import { NoSuchCounty } from '../standards/county/no-such-county.tsx';
import { Download } from './download.tsx';
import { onceInForce, replacing } from './standing-then.ts';
import { Timeline } from './timeline.tsx';
import { namesOf, VersionActs } from './version-acts.tsx';
import { versionWords } from './words.ts';
import '../shell/panel.css';
import './versions.css';

/** What a place has published: when each version is in force, whether it stands, and what can be done to it. */
export function Versions() {
  const words = useWords(versionWords);
  const { language } = useLanguage();
  const placeOption = usePlaceOption();
  const go = useNavigate();
  const { code: asked } = useParams();
  const { data: places, error: noPlaces, refetch: askPlaces } = usePlaces();
  const { data: session } = useSession();
  // Whoever works for a county looks at it first; who looks has to be known before.
  const first = session === undefined ? null : (ownCounty(session) ?? places?.[0]?.code ?? null);
  const code = asked ?? first;
  const { data, error, refetch } = usePublishedVersions(code);
  usePlaceInTitle(code ?? undefined);
  if (noPlaces !== null) return <Failure error={noPlaces} again={() => void askPlaces()} />;
  if (places === undefined || code === null) return <Waiting />;
  if (placeOf(places, code) === undefined) return <NoSuchCounty code={code} known={places} />;
  return (
    <>
      <h1>
        {placeOf(places, code)?.name[language] ?? code} · {words.versions}
      </h1>
      <div className="choices">
        <label>
          {words.place}{' '}
          <select
            className="versions-place"
            value={code}
            onChange={({ target }) => void go(`/counties/${target.value}/versions`)}
          >
            {places.map((place) => (
              <option key={place.code} value={place.code}>
                {placeOption(place)}
              </option>
            ))}
          </select>
        </label>
        <Link to="/compare">{words.compare}</Link>
      </div>
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : data.length === 0 ? (
        <p>{words.noVersions}</p>
      ) : (
        <>
          <Timeline versions={data} />
          <VersionTable code={code} city={placeOf(places, code)?.city ?? code} versions={data} />
        </>
      )}
    </>
  );
}

interface TableOf {
  readonly code: string;
  readonly city: string;
  readonly versions: readonly Publication[];
}

function VersionTable({ code, city, versions }: TableOf) {
  const words = useWords(versionWords);
  return (
    <div className="panel panel-table-frame">
      <table className="panel-table panel-stack">
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.stated}</th>
            <th scope="col">{words.inForce}</th>
            <th scope="col" className="unbroken">
              {words.state}
            </th>
            <th scope="col">{words.publishedBy}</th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.more}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version, at) => (
            <VersionRow
              key={version.version}
              code={code}
              city={city}
              of={version}
              previous={versions[at + 1]}
              versions={versions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowOf {
  readonly code: string;
  readonly city: string;
  readonly of: Publication;
  readonly previous: Publication | undefined;
  /** All of the place. */
  readonly versions: readonly Publication[];
}

function VersionRow({ code, city, of, previous, versions }: RowOf) {
  const words = useWords(versionWords);
  const { language } = useLanguage();
  const who = useWho();
  const { data: places = [] } = usePlaces();
  const permalink = `${location.origin}/api/v1/rule-sets/by-digest/${of.digest}`;
  const last = of.events.at(-1);
  /** The program names what moved by code and version. */
  const reasonWords = (reason: string) => {
    const [, moved, version] = /^([0-9]{6}) (\S+)$/.exec(reason) ?? [];
    if (moved === undefined || version === undefined) return reason;
    return words.moved(placeOf(places, moved)?.name[language] ?? moved, version);
  };
  return (
    <tr>
      <th scope="row" className="unbroken">
        {of.version}
      </th>
      <td className="unbroken" data-head={words.stated}>
        {words.stretch(of.effective.from, of.effective.to ?? null)}
      </td>
      <td className="unbroken" data-head={words.inForce}>
        <InForce of={of} versions={versions} />
      </td>
      <td data-head={words.state}>
        {of.standing === 'standing' && of.inForce.length === 0 ? (
          words.standingReplaced(namesOf(replacing(of, versions), words.listed))
        ) : (
          <span className="unbroken">{words[of.standing]}</span>
        )}
        {last === undefined || of.standing === 'standing' ? null : (
          <div className="aside">
            {who(last.by)}
            {words.colon}
            {reasonWords(last.reason)}
          </div>
        )}
      </td>
      <td data-head={words.publishedBy}>
        {who(of.publishedBy)}
        <div className="aside unbroken">{instantWords(of.publishedAt)}</div>
      </td>
      <td data-head={words.why}>{of.reason?.[language] ?? '–'}</td>
      <td>
        <div className="versions-acts">
          <CopyButton
            text={() => of.digest}
            name={words.copyDigest}
            heard={words.ofVersion(words.copyDigest, of.version)}
          />
          <CopyButton
            text={() => permalink}
            name={words.copyLink}
            heard={words.ofVersion(words.copyLink, of.version)}
          />
          <Download code={code} version={of.version} />
          {previous === undefined ? null : (
            <Link
              to={`/compare?${new URLSearchParams({ from: `${code}@${previous.version}`, to: `${code}@${of.version}` })}`}
              aria-label={words.ofVersion(words.withPrevious, of.version)}
            >
              {words.withPrevious}
            </Link>
          )}
          <VersionActs code={code} city={city} of={of} versions={versions} />
        </div>
      </td>
    </tr>
  );
}

/** When a version is in force by those that stand now; and when it was, where that is no longer so. */
function InForce({ of, versions }: Pick<RowOf, 'of' | 'versions'>) {
  const words = useWords(versionWords);
  const once = onceInForce(of, versions);
  const told = (stretches: readonly Stretch[]) =>
    stretches.map(({ from, to }) => (from === to ? from : words.stretch(from, to))).join(words.listed);
  return (
    <>
      {of.inForce.length > 0
        ? of.inForce.map(({ from, to }) => <div key={from}>{words.stretch(from, to ?? null)}</div>)
        : once.length === 0
          ? words.never
          : words.notNow}
      {once.length === 0 ? null : <div className="aside">{words.once(told(once))}</div>}
    </>
  );
}
