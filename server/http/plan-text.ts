import type { Plan } from '../engine/plan.ts';
import { type LimitedLine, limitedLines } from '../engine/tally.ts';
import { TallyText } from '../usecases/tally-text.ts';
import { moneyJson } from './money-json.ts';
import { plainNotices } from './notices-json.ts';

/** What all answers of a plan have in common. */
export interface PlanText {
  /** From the rule set to the notices. */
  readonly text: TallyText;
  readonly notices: Buffer;
  readonly limited: readonly LimitedLine[];
}

const planTexts = new WeakMap<Plan, PlanText | null>();

/** The text of a plan's answers, made once; null where they must be written the long way. */
export function planText(plan: Plan): PlanText | null {
  let found = planTexts.get(plan);
  if (found === undefined) {
    const text = TallyText.of(plan, moneyJson);
    const notices = Buffer.from(plainNotices(plan.notices));
    found = text === null ? null : { text, notices, limited: limitedLines(plan) };
    planTexts.set(plan, found);
  }
  return found;
}
