import type { FactDeclaration, FactDeclarations } from '../../server/rulesets/language.ts';
import type { Draw } from './random-draw.ts';

/** Dates that claims and conditions name. */
export const dates = [
  '2018-12-31',
  '2019-01-01',
  '2019-05-29',
  '2019-06-01',
  '2019-06-02',
  '2019-12-31',
  '2020-01-01',
] as const;

/** Items of the bill that are pots of their own; `classB` is divided where the rule set has costs. */
export const items = ['inScope', 'outOfScope', 'fee', 'classB'] as const;

/** Facts that every claim type of a random rule set may declare, in every way of writing them. */
function pool(draw: Draw): FactDeclarations {
  const optional = (otherwise: unknown) =>
    draw.pick([{ default: 'none' }, { default: otherwise }]) as { default: 'none' };
  return {
    'person.category': {
      choice: { registered: '建档立卡', temporarilyPoor: { zh: '临时贫困' }, other: '其他' },
      ...optional('registered'),
    },
    'hospital.level': {
      choice: draw.chance(50) ? [1, 2, 3] : { 1: '一级', 2: '二级', 3: '三级' },
      ...(draw.chance(50) ? optional(2) : {}),
    },
    'person.age': { integer: { atLeast: 0, atMost: 120 }, ...optional(40) },
    'stay.number': { integer: draw.pick([true, { atLeast: 1 }]), default: 1 },
    'stay.units': { integer: { atLeast: 0 }, ...optional(3) },
    'field.area': { decimal: draw.pick([{}, { places: 2 }, { places: 1, atMost: 200 }]), ...optional(3.5) },
    'loss.share': { decimal: { places: 4, atMost: 1 }, ...optional(0.325) },
    'hospital.designated': { boolean: {}, ...optional(true) },
    'stay.admittedOn': { date: {}, default: 'none' },
    'stay.leftOn': { date: {}, default: 'none' },
    'stay.days': {
      daysBetween: daysBetween(draw, 'stay.admittedOn', draw.pick(['stay.leftOn', 'claim.date'])),
      ...(draw.chance(40) ? { default: 2 } : {}),
    },
    'referral.status': {
      choice: ['notNeeded', 'completed', 'missing'],
      default: draw.pick([
        'notNeeded',
        { by: 'hospital.level', value: { 1: 'notNeeded', otherwise: 'missing' } },
        { by: 'hospital.level', value: { 1: 'notNeeded', 2: 'none', 3: 'completed' } },
        { by: 'hospital.level', value: { 1: 'notNeeded', 2: 'missing' } },
      ]),
    },
    'injury.grades': { list: draw.pick(['integers', { integers: { atLeast: 1, atMost: 10 } }]), ...optional([]) },
    'illness.kinds': { list: { choice: ['flu', 'burn', 'stroke'] }, ...optional(['flu']) },
    'income.actual': { money: {}, default: draw.pick([0, 500.5]) },
    'cost.drug': { money: { partOf: draw.pick(['cost.inScope', 'inScope']) }, default: 0 },
  } as Record<string, FactDeclaration>;
}

/** Days in either way of writing them; with bounds some claims are refused. */
function daysBetween(draw: Draw, from: string, to: string): NonNullable<FactDeclaration['daysBetween']> {
  const bounds = draw.pick([{}, { atLeast: 0 }, { atLeast: -3, atMost: 200 }, { atMost: 3 }]);
  return draw.chance(60) ? [from, to] : { from, to, ...bounds };
}

/** The facts of the claim types of one rule set: some of the pool and some items of the bill, `cost.inScope` always. */
export function randomFacts(draw: Draw): FactDeclarations {
  const all = pool(draw);
  const named = draw.some(Object.keys(all), 3);
  for (const id of [...named]) {
    if (id === 'stay.days') named.push('stay.admittedOn', 'stay.leftOn');
    if (id === 'referral.status') named.push('hospital.level');
  }
  const bill = ['inScope', ...draw.some(items.slice(1), 1)].map((item): [string, FactDeclaration] => [
    `cost.${item}`,
    {
      money: draw.pick([{}, true]),
      ...(item === 'inScope' && draw.chance(50) ? {} : { default: draw.pick([0, 0, 'none', 200]) }),
    } as FactDeclaration,
  ]);
  const facts = Object.keys(all)
    .filter((id) => named.includes(id))
    .map((id): [string, FactDeclaration] => [id, all[id] as FactDeclaration]);
  return Object.fromEntries([...bill, ...facts]);
}
