import { isAscii } from 'node:buffer';
import type { Language } from '../domain/label.ts';
import { limitNotices, type Tallied } from '../engine/tally.ts';
import type { Evaluation, RuleSetName } from '../usecases/evaluation.ts';
import { evaluationJson, headJson, ruleSetJson } from './evaluation-json.ts';
import { explainedText } from './explained-text.ts';
import { plainNotice } from './notices-json.ts';
import { type PlanText, planText } from './plan-text.ts';

const ruleSets = new WeakMap<RuleSetName, Buffer>();

/** Where answers are put together. */
let bench = Buffer.allocUnsafeSlow(16 * 1024);

/**
 * An evaluation as {@link evaluationJson} writes it, in UTF-8. Where it was come to by a tally, only its numbers are written anew:
 * all else is copied.
 * @returns bytes that hold until the next evaluation is written: who keeps them copies them
 */
export function evaluationBytes(evaluation: Evaluation, language: Language): Buffer {
  // A longer one is put on a larger bench.
  const length = laidOut(evaluation) ?? laidOutText(longText(evaluation, language));
  return bench.subarray(0, length);
}

/**
 * The same for a single answer: a short one as text, which Node sends off in one piece with its headers; one with reasons as bytes
 * of its own, for its many parts would be joined once more with the headers.
 */
export function evaluationBody(evaluation: Evaluation, language: Language): string | Uint8Array {
  if (evaluation.explanation === null) return evaluationText(evaluation, language);
  return Uint8Array.from(evaluationBytes(evaluation, language));
}

/** The same as text. */
export function evaluationText(evaluation: Evaluation, language: Language): string {
  const length = laidOut(evaluation);
  if (length === null) return longText(evaluation, language);
  return bench.toString(isAscii(bench.subarray(0, length)) ? 'latin1' : 'utf8', 0, length);
}

/** Puts a text on the bench, where its bytes are not asked for memory of their own. @returns how many bytes it takes */
function laidOutText(text: string): number {
  makeRoom(3 * text.length);
  return bench.write(text, 0);
}

/** A UTF-16 unit takes three bytes at most. */
function makeRoom(bytes: number): void {
  if (bytes > bench.length) bench = Buffer.allocUnsafeSlow(bytes);
}

function longText(evaluation: Evaluation, language: Language): string {
  return explainedText(evaluation, language) ?? evaluationJson(evaluation, language);
}

/** Puts a plain evaluation that was come to by a tally on the bench. @returns how many bytes it takes; null for any other */
function laidOut(evaluation: Evaluation): number | null {
  const { tallied, explanation } = evaluation;
  if (tallied === undefined || explanation !== null) return null;
  const common = planText(tallied.plan);
  return common === null ? null : written(evaluation, tallied, common);
}

function written(evaluation: Evaluation, { plan, tally }: Tallied, { text, notices, limited }: PlanText): number {
  const head = headJson(evaluation, plan.claimType, plan.eligible);
  const ruleSet = ruleSetBytes(evaluation.ruleSet);
  const stopped = limitNotices(limited, tally);
  const more = stopped.length === 0 ? '' : (plan.notices.length === 0 ? '' : ',') + stopped.map(plainNotice).join();
  const tail = `${more}],"settlementDigest":"${evaluation.settlementDigest}"}`;
  makeRoom(3 * (head.length + tail.length) + ruleSet.length + text.longest + notices.length);
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
