import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { compareValues } from '../../server/rulesets/compare-values.ts';
import { floorOf } from '../../server/rulesets/floor-of-standard.ts';
import { expectSame } from '../same.ts';
import { shapes } from './random-standards.ts';

/** Random cases a shape: cities times counties; a schema is compiled once a city. */
const CITIES = { improve: 10, fixed: 3 };
const COUNTIES = 200;

describe.each(shapes)('INVARIANT (floor is the comparison): $name', ({ standard: of, complete, given }) => {
  it.each(['improve', 'fixed'] as const)(
    '%s: the schema takes a well-formed value if and only if it is not worse',
    (county) => {
      const ajv = new Ajv2020({ strict: true, strictTypes: true, allowUnionTypes: true });
      const fixed = { ...of, county, better: county === 'fixed' ? ('none' as const) : of.better };
      fc.assert(
        fc.property(complete, fc.array(given, { minLength: COUNTIES, maxLength: COUNTIES }), (city, values) => {
          const accepts = ajv.compile(floorOf({ ...of, county, value: city, cityValue: city }));
          for (const value of values) {
            const found = compareValues(fixed, city, value);
            const allowed = county === 'fixed' ? found === 'equal' : found === 'better' || found === 'equal';
            expectSame({ value, accepted: accepts(value) }, { value, accepted: allowed });
          }
        }),
        { numRuns: CITIES[county] },
      );
    },
  );
});
