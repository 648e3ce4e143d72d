import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import type { Places } from '../../rulesets/moved-ground.ts';

/** The registry as grounds of versions need it. */
export function placesOf(registry: JurisdictionRegistry): Places {
  return {
    sameAs: (code) => registry.sameAs(code),
    cityOf: (code) => {
      const city = registry.lookup(code)?.city ?? null;
      return city === null ? null : registry.sameAs(city);
    },
  };
}
