import { isAscii } from 'node:buffer';
import type { Language } from '../domain/label.ts';
import type { Plan } from '../engine/plan.ts';
import { type LimitedLine, limitedLines, limitNotices, type Tallied } from '../engine/tally.ts';
import type { Evaluation, RuleSetName } from '../usecases/evaluation.ts';
import { TallyText } from '../usecases/tally-text.ts';
import { evaluationJson, headJson, moneyJson, plainNotice, plainNotices, ruleSetJson } from './evaluation-json.ts';

/** What all answers of a plan have in common. */
interface PlanText {
  /** From the rule set to the notices. */
  readonly text: TallyText;
  readonly notices: Buffer;
  readonly limited: readonly LimitedLine[];
}

const planTexts = new WeakMap<Plan, PlanText | null>();
const ruleSets = new WeakMap<RuleSetName, Buffer>();

/** Where answers are put together; each is copied from here. */
let bench = Buffer.allocUnsafeSlow(16 * 1024);

/**
 * An evaluation as {@link evaluationJson} writes it, in UTF-8. Where it was come to by a tally, only its numbers are written anew:
 * all else is copied.
 */
export function evaluationBytes(evaluation: Evaluation, language: Language): Buffer {
  const length = laidOut(evaluation);
  if (length === null) return Buffer.from(evaluationJson(evaluation, language));
  const bytes = Buffer.allocUnsafe(length);
  bench.copy(bytes, 0, 0, length);
  return bytes;
}

/** The same for a single answer: as text, which Node sends off in one piece with its headers. */
export function evaluationText(evaluation: Evaluation, language: Language): string {
  const length = laidOut(evaluation);
  if (length === null) return evaluationJson(evaluation, language);
  return bench.toString(isAscii(bench.subarray(0, length)) ? 'latin1' : 'utf8', 0, length);
}

/** Puts an evaluation that was come to by a tally on the bench. @returns how many bytes it takes; null for any other */
function laidOut(evaluation: Evaluation): number | null {
  const { tallied } = evaluation;
  const common = tallied === undefined ? null : planText(tallied.plan);
  return tallied === undefined || common === null ? null : written(evaluation, tallied, common);
}

function planText(plan: Plan): PlanText | null {
  let found = planTexts.get(plan);
  if (found === undefined) {
    const text = TallyText.of(plan, moneyJson);
    const notices = Buffer.from(plainNotices(plan.notices));
    found = text === null ? null : { text, notices, limited: limitedLines(plan) };
    planTexts.set(plan, found);
  }
  return found;
}

function written(evaluation: Evaluation, { plan, tally }: Tallied, { text, notices, limited }: PlanText): number {
  const head = headJson(evaluation, plan.claimType, plan.eligible);
  const ruleSet = ruleSetBytes(evaluation.ruleSet);
  const stopped = limitNotices(limited, tally);
  const more = stopped.length === 0 ? '' : (plan.notices.length === 0 ? '' : ',') + stopped.map(plainNotice).join();
  const tail = `${more}],"settlementDigest":"${evaluation.settlementDigest}"}`;
  // A UTF-16 unit takes three bytes at most.
  const most = 3 * (head.length + tail.length) + ruleSet.length + text.longest + notices.length;
  if (most > bench.length) bench = Buffer.allocUnsafeSlow(most);
  let at = bench.write(head, 0);
  at += ruleSet.copy(bench, at);
  at = text.write(bench, at, tally);
  at += notices.copy(bench, at);
  return at + bench.write(tail, at);
}

function ruleSetBytes(ruleSet: RuleSetName): Buffer {
  let bytes = ruleSets.get(ruleSet);
  if (bytes === undefined) {
    bytes = Buffer.from(ruleSetJson(ruleSet));
    ruleSets.set(ruleSet, bytes);
  }
  return bytes;
}
