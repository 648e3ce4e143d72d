import { Link, Navigate } from 'react-router';
import { useMatrix } from '../../api/matrix.ts';
import { placesOn, usePlaces } from '../../api/places.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { instantDay } from '../../shell/instant-words.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { standardsWords } from '../words.ts';
import { ownCounty } from './may-write.ts';
import '../standards.css';

/** `/counties`: to the county that one works for; for everybody else a choice, the city before its counties. */
export function Counties() {
  const { language } = useLanguage();
  const words = useWords(standardsWords);
  const { data: session } = useSession();
  const { data, error, refetch } = usePlaces();
  const { data: matrix } = useMatrix(null);
  if (session === undefined) return <Waiting />;
  const today = instantDay(new Date().toISOString());
  const own = ownCounty(session);
  if (own !== null) return <Navigate to={`/counties/${own}`} replace />;
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  /** How many standards a county has set otherwise than the city; null of one that is not known there by that code. */
  const ownOf = (code: string) =>
    matrix?.jurisdictions.some((one) => one.code === code)
      ? matrix.standards.filter(({ counties }) => counties[code] !== undefined).length
      : null;
  return (
    <>
      <h1>{words.chooseCounty}</h1>
      <ul className="standards-counties" aria-label={words.chooseCounty}>
        {placesOn(data, today).map(({ code, city, name }) => {
          const own = city === null ? null : ownOf(code);
          return (
            <li key={code}>
              <Link to={`/counties/${code}`}>{city === null ? words.ofTheCity(name[language]) : name[language]}</Link>
              <small>{own === null ? '' : own === 0 ? words.sameAsCity : words.ownStandards(own)}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
