import { Select } from 'antd';
import { Link } from 'react-router';
import type { EvaluationRequest } from '../../client/index.ts';
import { isSettled, useSettlements, useTypicalClaims } from '../api/claims.ts';
import type { Matrix } from '../api/matrix.ts';
import { entriesOf } from '../calculator/claim.ts';
import { addressOf } from '../calculator/claim-address.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { SideBySide } from '../settlement/side-by-side.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useOwnCounty } from '../standards/county/use-own-county.ts';
import { overviewWords } from './words.ts';

interface ClaimViewOf {
  readonly matrix: Matrix;
  /** The typical claim by its id; null for the first. */
  readonly claim: string | null;
  readonly choose: (claim: string) => void;
}

/** One typical claim settled by the city's rules and in every county on the date, side by side. */
export function ClaimView({ matrix, claim, choose }: ClaimViewOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { date, city, jurisdictions } = matrix;
  const typical = useTypicalClaims(city.code, date);
  const chosen = typical.data?.find(({ id }) => id === claim) ?? typical.data?.[0];
  const own = useOwnCounty();
  const isOwn = ({ code }: { readonly code: string }) => code === own;
  const places = [city, ...jurisdictions.filter(isOwn), ...jurisdictions.filter((place) => !isOwn(place))];
  const requests = places.flatMap(({ code }) =>
    chosen === undefined
      ? []
      : [{ id: code, jurisdiction: code, date, explain: true, claim: chosen.claim } as EvaluationRequest],
  );
  const { data, error, refetch } = useSettlements(requests);
  if (typical.error !== null) return <Failure error={typical.error} again={() => void typical.refetch()} />;
  if (typical.data === undefined) return <Waiting />;
  if (chosen === undefined) return <p>{words.noClaims}</p>;
  const name = (code: string) => {
    const called = places.find((place) => place.code === code)?.name[language] ?? code;
    return code === own ? words.ownCounty(called) : called;
  };
  const sides = (data ?? []).filter(isSettled).map((one) => ({ key: one.id, name: name(one.id), settlement: one }));
  const refused = (data ?? []).flatMap((one) => (isSettled(one) ? [] : [one]));
  const address = addressOf(
    { place: city.code, date, type: chosen.claim.type, entries: entriesOf(chosen.claim), beside: [] },
    null,
  );
  return (
    <div className="overview-claim">
      <p>
        <Select
          aria-label={words.typicalClaim}
          className="overview-typical"
          value={chosen.id}
          options={typical.data.map(({ id, label }) => ({ value: id, label: label[language] }))}
          onChange={choose}
        />{' '}
        <Link to={`/calculator?${address}`}>{words.toCalculator}</Link>
      </p>
      {error === null ? null : <Failure error={error} again={() => void refetch()} />}
      {refused.map(({ id, problem }) => (
        <p key={id}>{words.refusedIn(name(id), problem.detail)}</p>
      ))}
      {sides.length === 0 ? (
        error === null && refused.length === 0 && <Waiting />
      ) : (
        <SideBySide sides={sides} against={words.againstCity} title={words.claimIn(chosen.label[language], date)} />
      )}
    </div>
  );
}
