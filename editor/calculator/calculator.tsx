import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type ClaimSchema, useClaimSchema } from '../api/claims.ts';
import { type Place, placeOf, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { DateChoice } from '../shell/date-choice.tsx';
import { isDayWithout, NoRules, nearestDay } from '../shell/no-rules.tsx';
import { useRest } from '../shell/use-rest.ts';
import { Waiting } from '../shell/waiting.tsx';
import { ownCounty } from '../standards/county/may-write.ts';
import { addressOf, type Calculation, calculationOf } from './claim-address.ts';
import { Sides } from './sides.tsx';
import { calculatorWords } from './words.ts';
import './calculator.css';

/** What a claim comes to under the rules of a place on a date, while it is being entered; the address says all of it again. */
export function Calculator() {
  const words = useWords(calculatorWords);
  const [address, setAddress] = useSearchParams();
  const [calculation, setCalculation] = useState(() => calculationOf(address));
  const places = usePlaces();
  const { data: session, isPending: isAskingWho } = useSession();
  const first = places.data?.find(({ inForce }) => inForce !== null)?.code ?? null;
  const place = calculation.place ?? (isAskingWho ? null : (ownCounty(session ?? null) ?? first));
  const schema = useClaimSchema(place, calculation.date, calculation.type);
  // On a day without rules the form stays: that of the nearest day that has some.
  const isWithout = isDayWithout(schema.error);
  const nearest = useNearestSchema(places.data, place, calculation, isWithout);
  const last = useRef<ClaimSchema | undefined>(undefined);
  last.current = schema.data ?? nearest.data ?? last.current;
  const shown = schema.data ?? (isWithout ? last.current : undefined);
  const error = places.error ?? (isWithout ? nearest.error : schema.error);
  const told = addressOf(calculation, schema.isPlaceholderData ? null : (shown?.form ?? null)).toString();
  const rested = useRest(told, 300);
  useEffect(() => {
    setAddress(new URLSearchParams(rested), { replace: true });
  }, [rested, setAddress]);
  const change = (changed: Partial<Calculation>) => setCalculation((before) => ({ ...before, ...changed }));
  return (
    <>
      <h1>{words.calculator}</h1>
      <p className="aside">{words.hint}</p>
      {error === null ? null : (
        <>
          <div className="choices">
            <DateChoice value={calculation.date ?? ''} choose={(date) => change({ date })} />
          </div>
          <NoRules
            error={error}
            code={place}
            date={calculation.date}
            choose={(date) => change({ date })}
            again={() => void Promise.all([places.refetch(), schema.refetch()])}
          />
        </>
      )}
      {places.data === undefined || shown === undefined || place === null ? (
        error === null && <Waiting />
      ) : (
        <Sides
          places={places.data}
          schema={shown}
          place={place}
          calculation={calculation}
          change={change}
          stale={schema.isPlaceholderData}
          without={isWithout ? schema.error : null}
        />
      )}
    </>
  );
}

/** The form of the nearest day on which a place has rules; nothing is asked where the day itself has some. */
function useNearestSchema(
  places: readonly Place[] | undefined,
  place: string | null,
  { date, type }: Calculation,
  isWithout: boolean,
) {
  const { periods = [] } = (place === null ? undefined : placeOf(places ?? [], place)) ?? {};
  const isAsked = isWithout && date !== null && places !== undefined;
  return useClaimSchema(isAsked ? place : null, nearestDay(periods, date ?? ''), type);
}
