import type { Claim } from '../server/engine/settlement.ts';

/** How many different claims the settlements are measured over. */
export const CLAIMS = 10_000;

/** The date all of them are settled on. */
export const DATE = '2019-06-01';

/** Numbers below 1 that are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Different inpatient claims of registered persons in the city's hospitals, as JSON brings them: all levels, ranks and
 * places in the city, every kind of referral, first and later stays, histories full, in part and absent, facts left out
 * where they have a default.
 */
export function inpatientClaims(count: number): Claim[] {
  const next = numbers(20_190_601);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const cny = (least: number, most: number) => Math.round(100 * least * (most / least) ** next()) / 100;
  const texts = Array.from({ length: count }, () => {
    const place = pick([undefined, 'homeCounty', 'homeCounty', 'city']);
    const inScope = cny(100, 400_000);
    const claim = {
      type: 'inpatient',
      ...(next() < 0.5 ? { person: { category: 'registered' } } : {}),
      hospital: {
        level: pick([1, 2, 3]),
        ...(place === undefined ? {} : { place }),
        ...(next() < 0.5 ? { rank: pick(['township', 'county', 'city']) } : {}),
        ...(next() < 0.3 ? { designated: next() < 0.8 } : {}),
      },
      ...(next() < 0.6 ? { stay: { number: pick([1, 1, 2, 3, 4]) } } : {}),
      ...referral(place === 'city', next(), pick),
      cost: {
        inScope,
        ...(next() < 0.7 ? { outOfScope: cny(1, 50_000) } : {}),
        ...(next() < 0.5 ? { essentialDrug: Math.min(inScope, cny(1, 5_000)) } : {}),
      },
      ...(next() < 0.9 ? { history: { year: year(next, cny) } } : {}),
    };
    return JSON.stringify(claim);
  });
  return texts.map((text) => JSON.parse(text) as Claim);
}

function referral(needed: boolean, chance: number, pick: <T>(items: readonly T[]) => T): object {
  if (chance < 0.15) return { referral: { status: 'missing' } };
  if (chance < 0.3) {
    const completedOn = pick(['2019-05-20', '2019-05-22', '2019-05-23', '2019-05-24', undefined]);
    return { referral: { status: 'emergency', admittedOn: '2019-05-20', ...(completedOn ? { completedOn } : {}) } };
  }
  return needed || chance > 0.8 ? { referral: { status: pick(['notNeeded', 'completed']) } } : {};
}

function year(next: () => number, cny: (least: number, most: number) => number): object {
  if (next() < 0.1) return { criticalIllness: { base: cny(100, 300_000) } };
  const used = (most: number) => (next() < 0.3 ? 0 : next() < 0.1 ? most : cny(1, most));
  return {
    criticalIllness: { base: next() < 0.3 ? 0 : cny(100, 300_000), paid: used(500_000) },
    medicalAssistance: { paid: used(15_000) },
    supplementaryMedical: { paid: used(300_000) },
  };
}
