import { cnyText } from '../../server/domain/money.ts';
import type { Claim, Line, Notice, Reason, SettledLayer, Settlement } from '../../server/engine/settlement.ts';

/** An inpatient claim as JSON brings it; everything but level, type and cost may be absent. */
export interface InpatientClaim extends Claim {
  readonly person?: { readonly category?: string };
  readonly hospital: {
    readonly level: number;
    readonly place?: string;
    readonly rank?: string;
    readonly designated?: boolean;
  };
  readonly stay?: { readonly number?: number };
  readonly referral?: { readonly status?: string; readonly admittedOn?: string; readonly completedOn?: string };
  readonly cost: { readonly inScope: number; readonly outOfScope?: number; readonly essentialDrug?: number };
  readonly history?: { readonly year?: Year };
  readonly settled?: unknown;
  readonly paidElsewhere?: unknown;
}

interface Year {
  readonly criticalIllness?: { readonly base?: number; readonly paid?: number };
  readonly medicalAssistance?: { readonly paid?: number };
  readonly supplementaryMedical?: { readonly paid?: number };
}

/** Limits with what their notice says. */
const LIMITS = {
  bearsSome: { label: { zh: '个人应承担一定费用', en: 'the person bears some of the cost' }, clause: '3.1' },
  criticalIllnessYear: { label: { zh: '大病保险年度封顶', en: 'critical-illness cap of the year' }, clause: '5.1.1' },
  medicalAssistanceYear: { label: { zh: '医疗救助年度封顶', en: 'assistance cap of the year' }, clause: '5.1.3' },
  supplementaryMedicalYear: {
    label: { zh: '医疗商业补充保险年度封顶', en: 'supplementary cap of the year' },
    clause: '3.1',
  },
} as const;

/** The notices that are the same for all claims of a class, one constant array each; see {@link noticeClass}. */
const constants: (readonly Notice[])[] = [];

/** Writes down the constant notices of a claim's class: what a person would have typed in. */
export function learnNotices(claim: InpatientClaim, notices: readonly Notice[]): void {
  constants[noticeClass(claim, isWithheld(claim))] ??= notices.filter(({ code }) => code !== 'limitReached');
}

/** What a programmer would write for the city's inpatient chain if it never changed: claim in, settlement out. */
export function settleByHand(claim: InpatientClaim): Settlement {
  return settleChain(claim, claim.hospital.level === 1, isWithheld(claim));
}

/** Whether a referral that was needed is missing, or was completed more than three days after an emergency admission. */
export function isWithheld({ hospital, referral }: InpatientClaim): boolean {
  const status = referral?.status;
  if (status === undefined) {
    if (hospital.place !== undefined && hospital.place !== 'homeCounty') throw new Error('referral needed');
    return hospital.rank === 'city';
  }
  if (status === 'missing') return true;
  if (status === 'notNeeded') return hospital.place === 'city' || hospital.rank === 'city';
  if (status !== 'emergency') return false;
  if (referral?.admittedOn === undefined) throw new Error('admission needed');
  if (referral.completedOn === undefined) return true;
  return (Date.parse(referral.completedOn) - Date.parse(referral.admittedOn)) / 86_400_000 > 3;
}

/** The five layers once the rules are chosen; money in fen, every amount a whole number below 2⁵³. */
export function settleChain(claim: InpatientClaim, level1: boolean, withheld: boolean): Settlement {
  const { hospital, cost } = claim;
  if (hospital.place === 'outsideCity' || claim.settled !== undefined || claim.paidElsewhere !== undefined)
    throw new Error('not written for this claim');
  if ((claim.person?.category ?? 'registered') !== 'registered') throw new Error('not written for this person');
  const inScope = Math.round(cost.inScope * 100);
  const outOfScope = cost.outOfScope === undefined ? 0 : Math.round(cost.outOfScope * 100);
  const drug = cost.essentialDrug === undefined ? 0 : Math.round(cost.essentialDrug * 100);
  if (drug > inScope) throw new Error('more essential drugs than cost');
  const year = claim.history?.year;
  const baseBefore = Math.round((year?.criticalIllness?.base ?? 0) * 100);
  const criticalBefore = Math.round((year?.criticalIllness?.paid ?? 0) * 100);
  const assistanceBefore = Math.round((year?.medicalAssistance?.paid ?? 0) * 100);
  const supplementaryBefore = Math.round((year?.supplementaryMedical?.paid ?? 0) * 100);

  const deductible = level1 ? 20_000 : hospital.level === 2 ? 50_000 : 90_000;
  const eligible = Math.max(0, inScope - deductible);
  const drugs = level1 ? Math.min(drug, eligible) : 0;
  const ratio = level1 ? 80 : hospital.level === 2 ? 70 : 60;
  const basicOwed = percent(90 * drugs + ratio * (eligible - drugs));
  const basic = pay(level1 ? 'basicMedicalLevel1' : 'basicMedicalHigherLevels', basicOwed, inScope, Infinity, '');
  let left = inScope - basic.paid;

  const baseAfter = baseBefore + left;
  const criticalOwed = withheld
    ? percent(ordinary(baseAfter) - ordinary(baseBefore))
    : percent(full(baseAfter) - full(baseBefore));
  const criticalRoom = Math.max(0, (withheld ? 40_000_000 : 50_000_000) - criticalBefore);
  const critical = pay('criticalIllness', criticalOwed, left, criticalRoom, 'criticalIllnessYear');
  left -= critical.paid;

  let reduction: Line | null = null;
  let assistance: Line | null = null;
  let supplementary: Line | null = null;
  let outside = outOfScope;
  if (!withheld) {
    const reductionOwed = percent(10 * outOfScope);
    reduction = { rule: 'hospitalReduction', owed: reductionOwed, paid: reductionOwed, boundBy: null };
    outside -= reductionOwed;
    const assistanceRoom = Math.max(0, 1_500_000 - assistanceBefore);
    assistance = pay('medicalAssistance', percent(70 * left), left, assistanceRoom, 'medicalAssistanceYear');
    left -= assistance.paid;
    const stays = Math.max(0, Math.ceil(inScope / 10) - 1);
    const supplementaryRoom = Math.max(0, 30_000_000 - supplementaryBefore);
    const owed = Math.max(0, left - stays);
    supplementary = pay('supplementaryMedical', owed, left, supplementaryRoom, 'supplementaryMedicalYear');
    left -= supplementary.paid;
  }
  const lines = { basic, critical, reduction, assistance, supplementary };
  const before = {
    base: baseBefore,
    critical: criticalBefore,
    assistance: assistanceBefore,
    supplementary: supplementaryBefore,
  };
  return settlementOf(claim, withheld, lines, before, baseAfter, left, outside);
}

/** The five lines of an inpatient settlement; null where a layer is withheld. */
export interface Lines {
  readonly basic: Line;
  readonly critical: Line;
  readonly reduction: Line | null;
  readonly assistance: Line | null;
  readonly supplementary: Line | null;
}

/** Counters of the history before the claim, in fen. */
export interface Before {
  readonly base: number;
  readonly critical: number;
  readonly assistance: number;
  readonly supplementary: number;
}

/** The settlement with these amounts, all in fen. */
export function settlementOf(
  claim: InpatientClaim,
  withheld: boolean,
  { basic, critical, reduction, assistance, supplementary }: Lines,
  before: Before,
  baseAfter: number,
  inScope: number,
  outOfScope: number,
): Settlement {
  const fundChannel = isUsual(claim.hospital) ? 'usual' : 'oneStop';
  const channel = isOffline(claim.hospital) ? 'offline' : 'oneStop';
  const reductionPaid = reduction === null ? 0 : reduction.paid;
  const assistancePaid = assistance === null ? 0 : assistance.paid;
  const supplementaryPaid = supplementary === null ? 0 : supplementary.paid;
  return {
    claimType: 'inpatient',
    eligible: true,
    layers: [
      layer('basicMedical', 'basicMedicalFund', fundChannel, basic),
      layer('criticalIllness', 'criticalIllnessInsurer', fundChannel, critical),
      layer('hospitalReduction', 'hospital', fundChannel, reduction),
      layer('medicalAssistance', 'civilAffairs', channel, assistance),
      layer('supplementaryMedical', 'commercialInsurer', channel, supplementary),
    ],
    paid: basic.paid + critical.paid + reductionPaid + assistancePaid + supplementaryPaid,
    selfPay: { inScope, outOfScope, total: inScope + outOfScope },
    history: {
      before: {
        year: {
          criticalIllness: { paid: before.critical, base: before.base },
          medicalAssistance: { paid: before.assistance },
          supplementaryMedical: { paid: before.supplementary },
        },
      },
      after: {
        year: {
          criticalIllness: { paid: before.critical + critical.paid, base: baseAfter },
          medicalAssistance: { paid: before.assistance + assistancePaid },
          supplementaryMedical: { paid: before.supplementary + supplementaryPaid },
        },
      },
    },
    notices: noticesOf(noticeClass(claim, withheld), basic, critical, assistance, supplementary),
  };
}

/** Funds and the reduction: one-stop only in designated hospitals of county rank or below, anywhere in the city. */
function isUsual({ designated, rank }: InpatientClaim['hospital']): boolean {
  return designated === false || rank === 'city';
}

/** Assistance and supplementary cover: one-stop only in those of the home county. */
function isOffline(hospital: InpatientClaim['hospital']): boolean {
  return isUsual(hospital) || (hospital.place !== undefined && hospital.place !== 'homeCounty');
}

/** Half up: so many hundredths of a fen as whole fen. */
function percent(hundredths: number): number {
  return Math.floor((hundredths + 50) / 100);
}

/** Hundredths of fen by the province's bands plus five points, deductible 6,000. */
function full(x: number): number {
  return (
    55 * Math.max(0, Math.min(x, 10_000_000) - 600_000) +
    65 * Math.max(0, Math.min(x, 20_000_000) - 10_000_000) +
    70 * Math.max(0, x - 20_000_000)
  );
}

/** The same on ordinary terms, deductible 12,000. */
function ordinary(x: number): number {
  return (
    50 * Math.max(0, Math.min(x, 10_000_000) - 1_200_000) +
    60 * Math.max(0, Math.min(x, 20_000_000) - 10_000_000) +
    65 * Math.max(0, x - 20_000_000)
  );
}

/** The least of owed, left, left less one fen, and the room of the year's cap. */
function pay(rule: string, owed: number, left: number, room: number, cap: string): Line {
  let paid = owed;
  let boundBy: string | null = null;
  if (left < paid) {
    paid = left;
    boundBy = 'left';
  }
  const free = Math.max(0, left - 1);
  if (free < paid) {
    paid = free;
    boundBy = 'bearsSome';
  }
  if (room < paid) {
    paid = room;
    boundBy = cap;
  }
  return { rule, owed, paid, boundBy };
}

function layer(name: string, payer: string, channel: string, line: Line | null): SettledLayer {
  if (line === null) return { layer: name, payer, channel, paid: 0, reason: 'withheld', lines: [] };
  if (line.paid > 0) return { layer: name, payer, channel, paid: line.paid, lines: [line] };
  const reason: Reason = line.owed === 0 ? 'nothingOwed' : line.boundBy === 'left' ? 'nothingLeft' : 'limitUsedUp';
  return { layer: name, payer, channel, paid: 0, reason, lines: [line] };
}

/** What the constant notices depend on: terms, level, channel, and which counters the history brings. */
function noticeClass({ hospital, history }: InpatientClaim, withheld: boolean): number {
  const year = history?.year;
  return (
    (withheld ? 1 : 0) +
    (hospital.level === 1 ? 2 : 0) +
    (isOffline(hospital) ? 4 : 0) +
    (year?.criticalIllness?.base === undefined ? 8 : 0) +
    (year?.criticalIllness?.paid === undefined ? 16 : 0) +
    (year?.medicalAssistance?.paid === undefined ? 32 : 0) +
    (year?.supplementaryMedical?.paid === undefined ? 64 : 0)
  );
}

function noticesOf(
  index: number,
  basic: Line,
  critical: Line,
  assistance: Line | null,
  supplementary: Line | null,
): readonly Notice[] {
  const known = constants[index] ?? [];
  const reached = isReached(basic) || isReached(critical) || isReached(assistance) || isReached(supplementary);
  if (!reached) return known;
  const notices = known.slice();
  for (const line of [basic, critical, assistance, supplementary])
    if (isReached(line)) notices.push(reachedNotice(line));
  return notices;
}

function isReached(line: Line | null): line is Line {
  return line !== null && line.boundBy !== null && line.boundBy !== 'left';
}

function reachedNotice({ rule, owed, paid, boundBy }: Line): Notice {
  const limit = boundBy as keyof typeof LIMITS;
  const { label, clause } = LIMITS[limit];
  return { code: 'limitReached', args: { limit, label, rule, clause, unpaid: cnyText(owed - paid) } };
}
