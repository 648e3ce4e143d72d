import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainSchema } from '../../../server/rulesets/explain-schema.ts';
import { fits } from '../../../server/rulesets/schema-verdict.ts';
import { formats, schemaRegistry } from '../../../server/rulesets/schemas.ts';
import { CONFIGURATION, settings } from '../../../server/usecases/configuration/settings.ts';
import { nested } from '../../../server/usecases/configuration/source.ts';

const hash = `sha256:${'0'.repeat(64)}`;
const pieces: readonly unknown[] = [
  ...[null, true, 0, 1, 7, 60, 4096, -1, 0.5, 1e9, '', 'x', 'key', 'info', '2019-06-01', 'a b', [], [1], {}, { x: 1 }],
  [{ name: 'a', hash, scopes: ['read'] }],
  [{ name: 'a', hash, scopes: ['read'], jurisdictions: ['371525'], expires: '2027-12-31', revoked: false }],
  [{ name: 'a', hash, scopes: ['read', 'read'] }],
  [{ name: 'a', hash, scopes: [] }],
  [{ name: '-', hash: `dixian_${'a'.repeat(43)}`, scopes: ['all'] }],
  [{ name: `dixian_${'a'.repeat(43)}`, hash: 1, scopes: 'read', other: 1 }],
  [{ name: 'a', hash, scopes: ['read'], jurisdictions: [371525], expires: 2027 }],
];

it('INVARIANT (explained) holds for configurations: a complaint exactly where Ajv refuses', () => {
  const arbitrary = fc.uniqueArray(fc.tuple(fc.constantFrom(...settings), fc.constantFrom(...pieces)), {
    selector: ([{ path }]) => path,
    maxLength: 3,
  });
  const seen = { fitting: 0, refused: 0 };
  fc.assert(
    fc.property(
      arbitrary,
      fc.constantFrom({}, {}, {}, { limits: 1 }, { log: {} }, { port: 1, prot: 2 }),
      (values, beside) => {
        const data = { ...nested(values), ...beside };
        const complaints = explainSchema(schemaRegistry, schemaRegistry.document(CONFIGURATION), data, formats, 50);
        const fitting = fits(CONFIGURATION, data);
        seen[fitting ? 'fitting' : 'refused'] += 1;
        expect(complaints.length === 0, JSON.stringify({ data, complaints })).toBe(fitting);
      },
    ),
    { numRuns: 1_500 },
  );
  expect(seen.fitting).toBeGreaterThan(300);
  expect(seen.refused).toBeGreaterThan(300);
});
