import { Link, Navigate } from 'react-router';
import { useMatrix } from '../../api/matrix.ts';
import { citiesOf, type Place, placeOf, placesOn, usePlaces } from '../../api/places.ts';
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
  const words = useWords(standardsWords);
  const { data: session } = useSession();
  const { data, error, refetch } = usePlaces();
  if (session === undefined) return <Waiting />;
  const own = ownCounty(session);
  if (own !== null) return <Navigate to={`/counties/${own}`} replace />;
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <h1>{words.chooseCounty}</h1>
      <PlaceLinks known={data} />
    </>
  );
}

/** The way to every place that the service knows, the city before its counties. */
export function PlaceLinks({ known: data }: { readonly known: readonly Place[] }) {
  const today = instantDay(new Date().toISOString());
  // Under the codes of the day whose rules are shown, as a county's page and the overview have them; not of some other day's.
  const dayOf = ({ code, city }: Place) => placeOf(data, city ?? code)?.inForce?.date ?? today;
  const places = data.filter((place) => placesOn([place], dayOf(place)).length > 0);
  return (
    <>
      {citiesOf(places).map((city) => (
        <CityPlaces key={city.code} city={city} counties={places.filter((place) => place.city === city.code)} />
      ))}
    </>
  );
}

interface CityPlacesOf {
  readonly city: Place;
  readonly counties: readonly Place[];
}

/** A city and its counties, each with how many standards it has set otherwise. */
function CityPlaces({ city, counties }: CityPlacesOf) {
  const { language } = useLanguage();
  const words = useWords(standardsWords);
  const { data: matrix } = useMatrix(null, city.code);
  /** Null of one that is not known there by that code. */
  const ownOf = (code: string) =>
    matrix?.jurisdictions.some((one) => one.code === code)
      ? matrix.standards.filter(({ counties }) => counties[code] !== undefined).length
      : null;
  return (
    <ul className="standards-counties" aria-label={words.ofTheCity(city.name[language])}>
      <li>
        <Link to={`/counties/${city.code}`}>{words.ofTheCity(city.name[language])}</Link>
        <small />
      </li>
      {counties.map(({ code, name }) => {
        const own = ownOf(code);
        return (
          <li key={code}>
            <Link to={`/counties/${code}`}>{name[language]}</Link>
            <small>{own === null ? '' : own === 0 ? words.sameAsCity : words.ownStandards(own)}</small>
          </li>
        );
      })}
    </ul>
  );
}
