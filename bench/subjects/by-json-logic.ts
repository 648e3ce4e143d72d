import { LogicEngine } from 'json-logic-engine';
import type { Line, Settlement } from '../../server/engine/settlement.ts';
import { type Before, type InpatientClaim, settlementOf } from './by-hand.ts';

/** Days to a completion that never came; the engine refuses a comparison with no number. */
const NEVER_COMPLETED = 1_000_000;

type Logic = unknown;
const of = (name: string): Logic => ({ var: name });
const plus = (...parts: Logic[]): Logic => ({ '+': parts });
const minus = (a: Logic, b: Logic): Logic => ({ '-': [a, b] });
const times = (a: Logic, b: Logic): Logic => ({ '*': [a, b] });
const least = (...parts: Logic[]): Logic => ({ min: parts });
const most = (...parts: Logic[]): Logic => ({ max: parts });
const choose = (condition: Logic, yes: Logic, no: Logic): Logic => ({ if: [condition, yes, no] });
const down = (x: Logic): Logic => minus(x, { '%': [x, 1] });
const fen = (path: string): Logic => down(plus(times({ var: [path, 0] }, 100), 0.5));
/** So many hundredths of a fen as whole fen, half up; whole numbers throughout. */
const percent = (x: Logic): Logic => ({ '/': [minus(plus(x, 50), { '%': [plus(x, 50), 100] }), 100] });
const positive = (x: Logic): Logic => most(0, x);
const isLevel1: Logic = { '===': [of('level'), 1] };

/** Hundredths of fen by marginal bands. */
const bands = (x: Logic, deductible: number, rates: readonly [number, number, number]): Logic =>
  plus(
    times(rates[0], positive(minus(least(x, 10_000_000), deductible))),
    times(rates[1], positive(minus(least(x, 20_000_000), 10_000_000))),
    times(rates[2], positive(minus(x, 20_000_000))),
  );

/** What was named before, and what is named now. */
const stage = (carried: readonly string[], named: Readonly<Record<string, Logic>>): Logic => ({
  eachKey: { ...Object.fromEntries(carried.map((name) => [name, of(name)])), ...named },
});

/** The city's inpatient chain as one json-logic expression: a pipe of stages, each naming what the next ones read. */
function chain(): Logic {
  const read = {
    level: of('hospital.level'),
    withheld: {
      or: [
        { '===': [of('referral.status'), 'missing'] },
        {
          and: [
            { '===': [{ var: ['referral.status', 'notNeeded'] }, 'notNeeded'] },
            { or: [{ '===': [of('hospital.place'), 'city'] }, { '===': [of('hospital.rank'), 'city'] }] },
          ],
        },
        {
          and: [
            { '===': [of('referral.status'), 'emergency'] },
            { '!': [{ '<=': [{ daysBetween: [of('referral.admittedOn'), of('referral.completedOn')] }, 3] }] },
          ],
        },
      ],
    },
    inScope: fen('cost.inScope'),
    outOfScope: fen('cost.outOfScope'),
    drug: fen('cost.essentialDrug'),
    base: fen('history.year.criticalIllness.base'),
    criticalBefore: fen('history.year.criticalIllness.paid'),
    assistanceBefore: fen('history.year.medicalAssistance.paid'),
    supplementaryBefore: fen('history.year.supplementaryMedical.paid'),
  };
  const names = Object.keys(read);
  const deductible = choose(isLevel1, 20_000, choose({ '===': [of('level'), 2] }, 50_000, 90_000));
  const ratio = choose(isLevel1, 80, choose({ '===': [of('level'), 2] }, 70, 60));
  const stages: Logic[] = [stage([], read)];
  const add = (named: Readonly<Record<string, Logic>>) => {
    stages.push(stage(names, named));
    names.push(...Object.keys(named));
  };
  /** The least of owed, left less one fen, and the room of the year's cap. */
  const paid = (owed: string, left: Logic, room: Logic) =>
    positive(least(of(owed), positive(minus(left, 1)), positive(room)));
  add({ eligible: positive(minus(of('inScope'), deductible)) });
  add({ drugs: choose(isLevel1, least(of('drug'), of('eligible')), 0) });
  add({ basicOwed: percent(plus(times(90, of('drugs')), times(ratio, minus(of('eligible'), of('drugs'))))) });
  add({ basicPaid: paid('basicOwed', of('inScope'), of('inScope')) });
  add({ left1: minus(of('inScope'), of('basicPaid')) });
  add({ baseAfter: plus(of('base'), of('left1')) });
  const grown = (deductibleFen: number, rates: readonly [number, number, number]) =>
    percent(minus(bands(of('baseAfter'), deductibleFen, rates), bands(of('base'), deductibleFen, rates)));
  add({ criticalOwed: choose(of('withheld'), grown(1_200_000, [50, 60, 65]), grown(600_000, [55, 65, 70])) });
  const cap = choose(of('withheld'), 40_000_000, 50_000_000);
  add({ criticalPaid: paid('criticalOwed', of('left1'), minus(cap, of('criticalBefore'))) });
  add({ left2: minus(of('left1'), of('criticalPaid')) });
  add({ reductionOwed: choose(of('withheld'), 0, percent(times(10, of('outOfScope')))) });
  add({ assistanceOwed: choose(of('withheld'), 0, percent(times(70, of('left2')))) });
  add({ assistancePaid: paid('assistanceOwed', of('left2'), minus(1_500_000, of('assistanceBefore'))) });
  add({ left3: minus(of('left2'), of('assistancePaid')) });
  // ⌈10 %⌉ less one fen.
  const stays = positive(minus(down({ '/': [plus(of('inScope'), 9), 10] }), 1));
  add({ supplementaryOwed: choose(of('withheld'), 0, positive(minus(of('left3'), stays))) });
  add({ supplementaryPaid: paid('supplementaryOwed', of('left3'), minus(30_000_000, of('supplementaryBefore'))) });
  return { pipe: stages };
}

type Amounts = Readonly<Record<string, number>> & { readonly withheld: boolean };

/** json-logic-engine with the chain compiled; its amounts are then laid out as a settlement. */
export function jsonLogic(): (claim: InpatientClaim) => Settlement {
  const engine = new LogicEngine();
  engine.addMethod(
    'daysBetween',
    ([from, to]: [string, string | undefined]) =>
      to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : NEVER_COMPLETED,
    { deterministic: true },
  );
  const amounts = engine.build(chain() as never) as (claim: InpatientClaim) => Amounts;
  return (claim) => {
    const found = amounts(claim);
    const at = (name: string): number => found[name] ?? 0;
    const { withheld } = found;
    const line = (rule: string, name: string, left: number, cap: string): Line => {
      const [owed, paid] = [at(`${name}Owed`), at(`${name}Paid`)];
      return {
        rule,
        owed,
        paid,
        boundBy: paid === owed ? null : left < paid + 1 ? 'left' : left === paid + 1 ? 'bearsSome' : cap,
      };
    };
    const level1 = claim.hospital.level === 1;
    const reduction = at('reductionOwed');
    const before: Before = {
      base: at('base'),
      critical: at('criticalBefore'),
      assistance: at('assistanceBefore'),
      supplementary: at('supplementaryBefore'),
    };
    const lines = {
      basic: line(level1 ? 'basicMedicalLevel1' : 'basicMedicalHigherLevels', 'basic', at('inScope'), ''),
      critical: line('criticalIllness', 'critical', at('left1'), 'criticalIllnessYear'),
      reduction: withheld ? null : { rule: 'hospitalReduction', owed: reduction, paid: reduction, boundBy: null },
      assistance: withheld ? null : line('medicalAssistance', 'assistance', at('left2'), 'medicalAssistanceYear'),
      supplementary: withheld
        ? null
        : line('supplementaryMedical', 'supplementary', at('left3'), 'supplementaryMedicalYear'),
    };
    const left = at('left3') - at('supplementaryPaid');
    return settlementOf(claim, withheld, lines, before, at('baseAfter'), left, at('outOfScope') - reduction);
  };
}
