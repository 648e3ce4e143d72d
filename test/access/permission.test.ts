import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, keyFrom } from '../../server/access/api-key.ts';
import { accessOf, isIdentity, type Scope } from '../../server/access/identify.ts';
import { mayNot, mayNotFor } from '../../server/access/permission.ts';
import { jurisdictionRegistry } from '../../server/domain/jurisdictions.ts';

const places = jurisdictionRegistry([
  {
    kind: 'Jurisdictions',
    jurisdictions: [
      { code: '990000', name: '试市' },
      { code: '990021', name: '甲县', parent: '990000', validTo: '2019-12-31', successor: '990003' },
      { code: '990003', name: '甲区', parent: '990000', validFrom: '2020-01-01' },
      { code: '990022', name: '乙县', parent: '990000' },
      { code: '980000', name: '邻市' },
    ],
  },
]);

function holder(scopes: readonly Scope[], jurisdictions?: readonly string[]) {
  const key = keyFrom(new Uint8Array(32));
  const entry = { name: 'hospital', hash: hashOf(key), scopes: [...scopes] };
  const { identify } = accessOf([
    jurisdictions === undefined ? entry : { ...entry, jurisdictions: [...jurisdictions] },
  ]);
  const identity = identify(`Bearer ${key}`, new Date());
  if (!isIdentity(identity)) throw new Error(identity.code);
  return identity;
}

const codes = places.all.map(({ code }) => code);
const allowed = (scope: Scope, jurisdictions?: readonly string[]) =>
  codes.filter((code) => mayNotFor(holder(['evaluate', 'read'], jurisdictions), scope, code, places) === null);

describe('a scope', () => {
  it('is needed for each thing, and one does not bring another', () => {
    for (const scope of ['evaluate', 'read', 'metrics'] as const) {
      expect(mayNot(holder([scope]), scope)).toBeNull();
      const others = (['evaluate', 'read', 'metrics'] as const).filter((other) => other !== scope);
      for (const other of others) {
        expect(mayNot(holder(others), scope)).toMatchObject({
          code: 'scopeMissing',
          args: { name: 'hospital', scope },
        });
        expect(mayNotFor(holder([scope], ['990021']), other, '990021', places)?.code).toBe('scopeMissing');
      }
    }
  });

  it('is not asked for where there are no keys', () => {
    expect(mayNot({ kind: 'open' }, 'metrics')).toBeNull();
    expect(mayNotFor({ kind: 'open' }, 'evaluate', '990021', places)).toBeNull();
  });
});

describe('a key', () => {
  it('without a limit is good everywhere, also where nobody knows the code', () => {
    expect(allowed('evaluate')).toEqual(codes);
    expect(mayNotFor(holder(['evaluate']), 'evaluate', '123456', places)).toBeNull();
  });

  it.each(['990021', '990003'])('of a county is good for it under every code it has had (%s)', (code) => {
    expect(allowed('evaluate', [code])).toEqual(['990021', '990003']);
  });

  it('of a county may read what its rules stand on: the rules of its city, and no other place', () => {
    expect(allowed('read', ['990021'])).toEqual(['990000', '990021', '990003']);
    expect(allowed('evaluate', ['990021'])).not.toContain('990000');
  });

  it('of a city is good for the city alone', () => {
    expect(allowed('evaluate', ['990000'])).toEqual(['990000']);
    expect(allowed('read', ['990000'])).toEqual(['990000']);
  });

  it('that is refused a place is told which it is good for', () => {
    expect(mayNotFor(holder(['evaluate'], ['990022']), 'evaluate', '980000', places)).toMatchObject({
      code: 'jurisdictionNotAllowed',
      args: { name: 'hospital', code: '980000', allowed: { zh: '990022', en: '990022' } },
    });
  });

  it('never gains by a limit, and is good for all that is listed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 }), (listed) => {
        for (const scope of ['evaluate', 'read'] as const) {
          expect(allowed(scope)).toEqual(expect.arrayContaining([...allowed(scope, listed)]));
          expect(allowed(scope, listed)).toEqual(expect.arrayContaining(listed));
        }
      }),
    );
  });
});
