import { describe, expect, it } from 'vitest';
import type { Attempt, Truth } from '../../workflow/told.ts';
import { explained, type History, type Shown, type Tried } from './recorded-history.ts';

type Happened = Omit<Tried, 'from' | 'to'> | Omit<Shown, 'from' | 'to'>;

function tried(upon: number, by: string, act: Attempt['act'], outcome: Tried['outcome'] = 'done', text = 1): Happened {
  return { act, by, text, upon, outcome };
}

function shown(revision: number, of: Partial<Shown>): Happened {
  return { revision, stage: 'open', text: 1, hands: ['li'], yes: [], ...of };
}

/** What happened to a draft of `li`, one after another. */
function history(...happened: readonly Happened[]): History {
  const begun: Truth = { text: 1, hands: new Set(['li']), yes: new Map(), stage: 'open' };
  const all = happened.map((one, at) => ({ ...one, from: 2 * at, to: 2 * at + 1 }));
  return {
    first: 1,
    begun,
    tried: all.filter((one): one is Tried => 'act' in one),
    shown: all.filter((one): one is Shown => 'stage' in one),
  };
}

const [submit, approve, publish] = [tried(1, 'li', 'submit'), tried(2, 'wang', 'approve'), tried(3, 'wang', 'publish')];

describe('a history', () => {
  it('of one after another is explained, also where nobody was told of one for certain', () => {
    const end = shown(4, { stage: 'over', yes: ['wang'] });
    const late = tried(4, 'li', 'edit', 'refused');
    expect(explained(history(submit, approve, publish, end, late))).toBeInstanceOf(Map);
    const unsure = tried(2, 'wang', 'approve', 'unknown');
    expect(explained(history(submit, unsure, publish, end))).toBeInstanceOf(Map);
    expect(explained(history(submit, unsure, shown(2, { stage: 'review' })))).toBeInstanceOf(Map);
    expect(explained(history(submit, publish, end))).toMatch('nothing explains revision 3');
  });

  it.each<[string, History, string]>([
    ['two are done upon one revision', history(submit, tried(1, 'li', 'edit', 'done', 2)), 'two were done upon'],
    ['a writer approves', history(submit, tried(2, 'li', 'approve')), 'nothing explains revision 3'],
    ['what nobody approved is published', history(submit, tried(2, 'wang', 'publish')), 'nothing explains revision 3'],
    [
      'an edit keeps an approval',
      history(submit, approve, tried(3, 'li', 'edit', 'done', 2), shown(4, { text: 2, yes: ['wang'] })),
      'but shown',
    ],
    ['what was done is gone', history(submit, approve, shown(2, { stage: 'review' })), 'an old revision was shown'],
    ['something is done upon what is over', history(submit, approve, tried(2, 'li', 'withdraw')), 'two were done upon'],
    ['another text is shown', history(submit, shown(2, { stage: 'review', text: 2 })), 'but shown'],
    ['there is a refusal without a reason', history(tried(1, 'li', 'submit', 'refused')), 'refused without a reason'],
  ])('is not where %s', (_, wrong, why) => {
    expect(explained(wrong)).toMatch(why);
  });
});
