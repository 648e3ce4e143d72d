import { describe, expect, it } from 'vitest';
import { jurisdictionRegistry } from '../../server/domain/jurisdictions.ts';

const registry = jurisdictionRegistry([
  {
    kind: 'Jurisdictions',
    jurisdictions: [
      { code: '371500', name: { zh: '聊城市', en: 'Liaocheng' } },
      { code: '371523', name: '茌平县', parent: '371500', validTo: '2019-12-31', successor: '371503' },
      { code: '371503', name: '茌平区', parent: '371500', validFrom: '2020-01-01', note: '2019 年改区' },
      { code: '371525', name: '冠县', parent: '371500' },
    ],
  },
  { kind: 'Jurisdictions', jurisdictions: [{ code: '371525', name: '另一个冠县' }] },
]);

describe('jurisdictions over code changes', () => {
  it('are found by a code, with names, city and what came before and after', () => {
    expect(registry.lookup('371523')).toEqual({
      code: '371523',
      name: { zh: '茌平县', en: '茌平县' },
      city: '371500',
      validFrom: null,
      validTo: '2019-12-31',
      successor: '371503',
      predecessor: null,
      note: null,
    });
    expect(registry.lookup('371503')).toMatchObject({ predecessor: '371523', note: { zh: '2019 年改区' } });
    expect(registry.lookup('371500')?.city).toBeNull();
    expect(registry.lookup('371599')).toBeNull();
    expect(registry.lookup('371525')?.name.zh).toBe('冠县');
  });

  it.each([
    ['371503', '2019-06-01', '371523'],
    ['371523', '2020-06-01', '371503'],
    ['371523', '2019-12-31', '371523'],
    ['371503', '2020-01-01', '371503'],
    ['371525', '1999-01-01', '371525'],
  ])('%s on %s is %s', (code, date, expected) => {
    expect(registry.lookup(code, date)?.code).toBe(expected);
  });

  it('are one jurisdiction under all codes of the chain, oldest first', () => {
    expect(registry.sameAs('371503')).toEqual(['371523', '371503']);
    expect(registry.sameAs('371523')).toEqual(['371523', '371503']);
    expect(registry.sameAs('371525')).toEqual(['371525']);
    expect(registry.sameAs('000000')).toEqual(['000000']);
  });

  it('go on as one other only, the same whichever of its codes is asked for', () => {
    const merged = jurisdictionRegistry(
      ['000001', '000002'].map((code) => ({
        kind: 'Jurisdictions',
        jurisdictions: [
          { code, name: code, successor: '000003' },
          { code: '000003', name: '三' },
        ],
      })),
    );
    expect(['000001', '000002', '000003'].map((code) => merged.sameAs(code))).toEqual([
      ['000001', '000003'],
      ['000002'],
      ['000001', '000003'],
    ]);
  });

  it('refuse a circle of successors', () => {
    const circle = [
      { code: '000001', name: '一', successor: '000002' },
      { code: '000002', name: '二', successor: '000001' },
    ];
    expect(() => jurisdictionRegistry([{ kind: 'Jurisdictions', jurisdictions: circle }])).toThrow(RangeError);
  });
});
