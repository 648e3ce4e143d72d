import type { VerificationAnswer, VerificationRequest } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Claim, Settlement } from '../engine/settlement.ts';
import { FORMAT } from '../rulesets/digest.ts';
import { checkRequest } from '../rulesets/request-check.ts';
import type { RuleSetName } from './evaluation.ts';
import { foreignOwner } from './named-rules.ts';
import { type ReceivedSettlement, receivedSettlement } from './received-settlement.ts';
import type { RuleBook } from './rule-book.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { nameDifferences, settledBy } from './settled-by.ts';
import { type Difference, isOfWhoPays, settlementDifferences } from './settlement-differences.ts';
import { settlementDigest } from './settlement-digest.ts';

/** Finds the rules that an effective digest stands for; null, or a refusal, where none are known. */
export type ByEffectiveDigest = (digest: string) => Promise<RulesInForce | null>;

/** Why a settlement is not the same, as a code with what its words speak of. */
export interface VerificationReason {
  readonly code: VerificationAnswer['why'][number]['code'];
  readonly args: Readonly<Record<string, string | number>>;
}

/** The answer of verification-answer.schema.json before its amounts are written and its reasons are put into words. */
export interface Verification {
  readonly same: boolean;
  readonly digests: VerificationAnswer['digests'];
  readonly ruleSet: RuleSetName | null;
  readonly firstDifference: Difference | null;
  readonly differences: readonly Difference[];
  readonly differencesLeftOut: number;
  readonly why: readonly VerificationReason[];
  readonly inForceNow: InForceNow;
}

/** What would apply today, and the code of what there is to say where that is something else. */
export interface InForceNow {
  readonly other: boolean;
  readonly ruleSet: RuleSetName | null;
  readonly code: 'verifyOtherInForce' | 'verifyOtherThanTrial' | null;
}

/** The most differences that are told. */
const MOST_DIFFERENCES = 50;

/** Refusals of {@link ByEffectiveDigest} that say more than that the digest is unknown: these are passed on. */
const FAULTS: readonly string[] = ['ruleSetUnusable', 'overloaded'];

/**
 * Settles a claim again by the very rules that an earlier settlement names by their digest, and holds both together.
 * Nothing is stored.
 * @throws Refusal with everything wrong in the request and its pointer; what settling the claim refuses
 */
export async function verification(
  book: RuleBook,
  byEffectiveDigest: ByEffectiveDigest,
  value: unknown,
): Promise<Verification> {
  const wrong = checkRequest('verification', value);
  if (wrong.length > 0) throw new Refusal(wrong);
  const { settlement: sent, claim } = value as VerificationRequest;
  const received = receivedSettlement(sent);
  const digests = { received: sent.settlementDigest, computed: settlementDigest(received) };
  const altered = digests.computed === digests.received ? [] : [reason('verifyContentAltered')];
  const inForceNow = await whatIsInForceNow(book, sent);
  const nothing = { differences: [], differencesLeftOut: 0, firstDifference: null, same: false, inForceNow };
  const unsettled = { ...nothing, digests: { ...digests, recomputed: null }, ruleSet: null };
  const trial = sent.status === 'draft' ? [reason('verifyTrial')] : [];
  // Another format may make the digest over something else: whether it fits cannot be known here.
  if (sent.format !== FORMAT)
    return { ...unsettled, why: [reason('verifyOtherFormat', { given: sent.format, known: FORMAT })] };
  const { effectiveDigest: digest } = sent.ruleSet;
  const rules = await rulesOf(byEffectiveDigest, digest);
  // Whoever may ask for one place has nothing settled by the rules of another.
  if (rules === null || foreignOwner(await book.placeOf(sent.jurisdiction, sent.date), rules.effective) !== null)
    return {
      ...unsettled,
      why: [...altered, ...(trial.length > 0 ? trial : [reason('verifyRuleSetUnknown', { digest })])],
    };
  const again = await settled(rules, claim as Claim, sent.date);
  const registry = await book.registry();
  const ruleSet = settledBy(rules.effective, sent, registry);
  const names = [...nameDifferences(sent, ruleSet, registry, book.records()), ...statusDifferences(sent)];
  const recomputed = settlementDigest(again);
  const matches = recomputed === digests.received && received.claimType === again.claimType;
  const found = settlementDifferences(received, again);
  const why = [
    ...altered,
    ...trial,
    ...(names.some(({ field }) => field !== 'status' || trial.length === 0) ? [reason('verifyNameDiffers')] : []),
    ...(matches ? whoPaysOther(received, found) : [whyOther(found)]),
  ];
  const differences = boundedDifferences([...names, ...found]);
  return { same: why.length === 0, digests: { ...digests, recomputed }, ruleSet, ...differences, why, inForceNow };
}

function boundedDifferences(all: readonly Difference[]) {
  const differences = all.slice(0, MOST_DIFFERENCES);
  return { firstDifference: all[0] ?? null, differences, differencesLeftOut: all.length - differences.length };
}

/** Another history was sent, or, where it is the same, other facts; which, nobody can know: the claim was not kept. */
function whyOther(differences: readonly Difference[]): VerificationReason {
  const counters = differences.filter(({ at }) => at === 'historyBefore').map(({ field }) => field);
  return counters.length > 0
    ? reason('verifyHistoryDiffers', { counters: counters.join(', ') })
    : reason('verifyClaimDiffers');
}

/** Of layers that were received: other payers, channels or reasons, which no digest covers. */
function whoPaysOther(
  { layers }: ReceivedSettlement,
  differences: readonly Difference[],
): readonly VerificationReason[] {
  const names = new Set<string | null>(layers.map(({ layer }) => layer));
  const told = differences.some((one) => isOfWhoPays(one) && names.has(one.layer));
  return told ? [reason('verifyLayerDiffers')] : [];
}

/** Only a trial has a status: rules that were published give none. */
function statusDifferences({ status = null }: Sent): readonly Difference[] {
  if (status === null) return [];
  return [{ at: 'ruleSet', layer: null, rule: null, field: 'status', received: status, recomputed: null }];
}

async function rulesOf(byEffectiveDigest: ByEffectiveDigest, digest: string): Promise<RulesInForce | null> {
  try {
    return await byEffectiveDigest(digest);
  } catch (error) {
    if (!(error instanceof Refusal) || FAULTS.includes(error.code)) throw error;
    return null;
  }
}

async function settled({ checkClaim, compiled }: RulesInForce, claim: Claim, date: string): Promise<Settlement> {
  const findings = checkClaim(claim).filter(({ severity }: Finding) => severity === 'error');
  if (findings.length > 0) throw new Refusal(findings);
  return compiled.settle(claim, date);
}

type Sent = VerificationRequest['settlement'];

/** What applies today to the jurisdiction and date of a settlement, which stands by its own rules all the same; a trial by none. */
async function whatIsInForceNow(book: RuleBook, { jurisdiction, date, status, ruleSet }: Sent): Promise<InForceNow> {
  const now = await nameInForce(book, jurisdiction, date);
  const other = now?.effectiveDigest !== ruleSet.effectiveDigest;
  const code = status === 'draft' ? 'verifyOtherThanTrial' : 'verifyOtherInForce';
  return { other, ruleSet: now, code: other ? code : null };
}

async function nameInForce(book: RuleBook, jurisdiction: string, date: string): Promise<RuleSetName | null> {
  try {
    return (await book.inForce(jurisdiction, date)).name;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (['noRuleSetInForce', 'noRuleSets'].includes(error.code)) return null;
    throw new Refusal(error.findings.map(insideSettlement), error.code);
  }
}

/** A finding about the jurisdiction, which stands one step further in here than in other requests. */
function insideSettlement(finding: Finding): Finding {
  return finding.at?.pointer === '/jurisdiction'
    ? { ...finding, at: { pointer: '/settlement/jurisdiction' } }
    : finding;
}

function reason(code: VerificationReason['code'], args: VerificationReason['args'] = {}): VerificationReason {
  return { code, args };
}
