import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { placeOf, usePlaces } from '../api/places.ts';
import { usePublishedVersions } from '../api/published-versions.ts';
import { type Comparison, comparisonFile, useComparison } from '../api/version-acts.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { ChangeTable } from '../review/change-table.tsx';
import { reviewWords } from '../review/words.ts';
import { saveFile } from '../settlement/save-file.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { Failure } from '../shell/failure.tsx';
import { usePlaceOption } from '../shell/place-option.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useOwnCounty } from '../standards/county/use-own-county.ts';
import { versionWords } from './words.ts';
import '../shell/panel.css';
import './versions.css';

/** Two versions compared, also of two places; both stand in the address, so that a link says the same again. */
export function Compare() {
  const words = useWords(versionWords);
  const [choice, setChoice] = useSearchParams();
  const { data: places = [] } = usePlaces();
  // Whoever works for a county is shown it against its city until they choose.
  const own = placeOf(places, useOwnCounty() ?? '');
  const usual = choice.has('from') || choice.has('to') ? null : own;
  const from = choice.get('from') ?? usual?.city ?? '';
  const to = choice.get('to') ?? usual?.code ?? '';
  const { data, error, refetch } = useComparison(from, to);
  // Of two places neither comes before the other.
  const acrossPlaces = from !== '' && to !== '' && placeIn(from) !== placeIn(to);
  const choose = (name: string) => (reference: string) =>
    setChoice((before) => {
      const next = new URLSearchParams(before);
      if (from !== '') next.set('from', from);
      if (to !== '') next.set('to', to);
      next.set(name, reference);
      return next;
    });
  return (
    <>
      <h1>{words.compare}</h1>
      <div className="choices">
        <Side side={acrossPlaces ? words.one : words.before} value={from} choose={choose('from')} />
        <Side side={acrossPlaces ? words.other : words.after} value={to} choose={choose('to')} />
      </div>
      {from === '' || to === '' ? (
        <p>{words.chooseBoth}</p>
      ) : error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <Compared comparison={data} from={from} to={to} />
      )}
    </>
  );
}

/** The place of a reference: what stands before its `@`. */
const placeIn = (reference: string): string => reference.split('@')[0] ?? '';

/** Whether a version comes before another of the same place. */
function isForward({ from, to }: Comparison): boolean {
  const [before, after] = [from, to].map(({ ruleSet }) => ruleSet.version ?? '');
  return (before ?? '').localeCompare(after ?? '', 'en', { numeric: true }) < 0;
}

/** What tells two versions apart; what two places call their rules does not. */
function tellingChanges({ changes, from, to }: Comparison): Comparison['changes'] {
  if (from.ruleSet.jurisdiction === to.ruleSet.jurisdiction) return changes;
  return changes.filter(({ kind, subject }) => kind !== 'label-changed' || subject !== 'ruleSet');
}

interface SideOf {
  readonly side: string;
  /** As the interface takes it: a place's code, with `@` and a version. */
  readonly value: string;
  readonly choose: (reference: string) => void;
}

function Side({ side, value, choose }: SideOf) {
  const words = useWords(versionWords);
  const placeOption = usePlaceOption();
  const { data: places } = usePlaces();
  const [code = '', version = ''] = value.split('@');
  const known = places?.some((place) => place.code === code) ?? false;
  const { data: versions } = usePublishedVersions(known ? code : null);
  const listed = versions?.some((one) => one.version === version) ?? false;
  return (
    <fieldset className="versions-side">
      <legend>{side}</legend>
      <select
        aria-label={words.choosePlace(side)}
        value={known ? code : ''}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="" disabled>
          {words.place}
        </option>
        {places?.map((place) => (
          <option key={place.code} value={place.code}>
            {placeOption(place)}
          </option>
        ))}
      </select>
      <select
        aria-label={words.chooseVersion(side)}
        value={version}
        disabled={!known}
        onChange={({ target }) => choose(target.value === '' ? code : `${code}@${target.value}`)}
      >
        <option value="">{words.byDate}</option>
        {version === '' || listed ? null : <option value={version}>{version}</option>}
        {versions?.map((one) => (
          <option key={one.version} value={one.version}>
            {one.version}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

const CLASSES = ['worse', 'mixed', 'undetermined', 'better', 'neutral'] as const;

function Compared({
  comparison,
  from,
  to,
}: {
  readonly comparison: Comparison;
  readonly from: string;
  readonly to: string;
}) {
  const words = useWords(versionWords);
  const { language } = useLanguage();
  const [shown, setShown] = useState('');
  const classes = useWords(reviewWords);
  const changes = tellingChanges(comparison);
  const countOf = (name: string) => changes.filter((change) => change.class === name).length;
  const rows = shown === '' ? changes : changes.filter((change) => change.class === shown);
  return (
    <section className="panel">
      <h2>
        {comparison.from.label[language]} → {comparison.to.label[language]}
      </h2>
      {changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <>
          {comparison.step === null || !isForward(comparison) ? null : <p>{words.step(words[comparison.step])}</p>}
          <Exports from={from} to={to} />
          <h2>{words.sentences}</h2>
          <ul>
            {rows.map(({ fingerprint, sentence }) => (
              <li key={fingerprint}>{sentence}</li>
            ))}
          </ul>
          <h2>{words.table}</h2>
          <label>
            {words.show}{' '}
            <select className="versions-place" value={shown} onChange={({ target }) => setShown(target.value)}>
              <option value="">{words.all(changes.length)}</option>
              {CLASSES.filter((name) => countOf(name) > 0).map((name) => (
                <option key={name} value={name}>
                  {classes[name]} ({countOf(name)})
                </option>
              ))}
            </select>
          </label>
          <ChangeTable changes={rows} />
        </>
      )}
    </section>
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function Exports({ from, to }: { readonly from: string; readonly to: string }) {
  const words = useWords(versionWords);
  const { language } = useLanguage();
  const [failed, setFailed] = useState(false);
  const save = async (type: string, ending: string) => {
    try {
      saveFile(`${from}--${to}.${ending}`, await comparisonFile(from, to, type, language), type);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="versions-acts">
      <Button size="small" onClick={() => void save('text/csv', 'csv')}>
        {words.csv}
      </Button>
      <Button size="small" onClick={() => void save(XLSX, 'xlsx')}>
        {words.xlsx}
      </Button>
      <CopyButton text={() => location.href} name={words.link} />
      {failed ? <span role="alert">{words.exportFailed}</span> : null}
    </div>
  );
}
