import { Button } from 'antd';
import type { Grant } from '../api/administration.ts';
import { usePlaces } from '../api/places.ts';
import { useWords } from '../language/language.tsx';
import { usePlaceOption } from '../shell/place-option.tsx';
import { ROLES } from './roles.ts';
import { administrationWords } from './words.ts';

/** What somebody is, and where: one role a line. */
export function Grants({
  grants,
  change,
}: {
  readonly grants: readonly Grant[];
  readonly change: (to: Grant[]) => void;
}) {
  const words = useWords(administrationWords);
  const placeOption = usePlaceOption();
  const { data: places = [] } = usePlaces();
  const replace = (at: number, grant: Grant) => change(grants.map((one, index) => (index === at ? grant : one)));
  return (
    <div>
      {grants.map((grant, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is all that tells two equal lines apart
        <div key={at} className="administration-form">
          <label>
            {words.role}
            <select
              value={grant.role}
              onChange={({ target }) => {
                const role = ROLES.find((name) => name === target.value) ?? 'analyst';
                const code = placesFor(role, places)[0]?.code;
                replace(at, code === undefined || role === 'analyst' ? { role } : { role, jurisdiction: code });
              }}
            >
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {words[role]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.place}
            <select
              value={grant.jurisdiction ?? ''}
              onChange={({ target }) =>
                replace(
                  at,
                  target.value === '' ? { role: grant.role } : { role: grant.role, jurisdiction: target.value },
                )
              }
            >
              {grant.role === 'analyst' || grant.role === 'administrator' ? (
                <option value="">{words.everywhere}</option>
              ) : null}
              {placesFor(grant.role, places).map((place) => (
                <option key={place.code} value={place.code}>
                  {placeOption(place)}
                </option>
              ))}
            </select>
          </label>
          {grants.length === 1 ? null : (
            <Button size="small" onClick={() => change(grants.filter((_, index) => index !== at))}>
              {words.removeRole}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" type="link" onClick={() => change([...grants, { role: 'analyst' }])}>
        {words.addRole}
      </Button>
    </div>
  );
}

/** The places in which a role can be held. */
function placesFor<Place extends { readonly city: string | null }>(
  role: Grant['role'],
  places: readonly Place[],
): readonly Place[] {
  if (role === 'administrator') return [];
  if (role === 'analyst') return places;
  return places.filter(({ city }) => (city === null) === role.startsWith('city'));
}
