/** One thing that somebody tries; `text` is the text they looked at before. */
export interface Attempt {
  readonly act: 'edit' | 'submit' | 'withdraw' | 'approve' | 'approveForCity' | 'return' | 'publish' | 'discard';
  readonly by: string;
  readonly text: number;
}

/** What is true of a draft, told without its row: which text stands, who had a hand in it, and what has been said of it. */
export interface Truth {
  text: number;
  readonly hands: Set<string>;
  readonly yes: Map<string, 'county' | 'city'>;
  stage: 'open' | 'review' | 'over';
}

/** Whether an attempt succeeds, by the rules as a person would tell them; changes the truth where it does. */
export function told(truth: Truth, { act, by, text }: Attempt, needsCity: boolean): boolean {
  const said = new Set(truth.yes.values());
  const complete = said.has('county') && (said.has('city') || !needsCity);
  if (truth.stage === 'over') return false;
  switch (act) {
    case 'edit':
      truth.text = text;
      truth.hands.add(by);
      truth.stage = 'open';
      truth.yes.clear();
      return true;
    case 'submit':
      if (truth.stage !== 'open' || text !== truth.text) return false;
      truth.hands.add(by);
      truth.stage = 'review';
      return true;
    case 'withdraw':
      if (truth.stage !== 'review') return false;
      truth.stage = 'open';
      truth.yes.clear();
      return true;
    case 'return':
      if (truth.stage !== 'review' || truth.hands.has(by)) return false;
      truth.stage = 'open';
      truth.yes.clear();
      return true;
    case 'approve':
    case 'approveForCity': {
      const as = act === 'approve' ? 'county' : 'city';
      if (truth.stage !== 'review' || text !== truth.text || truth.hands.has(by) || truth.yes.has(by)) return false;
      if (said.has(as) || (as === 'city' && !needsCity)) return false;
      truth.yes.set(by, as);
      return true;
    }
    case 'publish':
      if (truth.stage !== 'review' || !complete || truth.hands.has(by)) return false;
      truth.stage = 'over';
      return true;
    default:
      truth.stage = 'over';
      truth.yes.clear();
      return true;
  }
}
