import { Link, Navigate } from 'react-router';
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
  if (session === undefined) return <Waiting />;
  const today = instantDay(new Date().toISOString());
  const own = ownCounty(session);
  if (own !== null) return <Navigate to={`/counties/${own}`} replace />;
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <h1>{words.chooseCounty}</h1>
      <ul className="standards-counties" aria-label={words.chooseCounty}>
        {placesOn(data, today).map(({ code, city, name }) => (
          <li key={code}>
            <Link to={`/counties/${code}`}>{city === null ? words.ofTheCity(name[language]) : name[language]}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
