import { describe, expect, it } from 'vitest';
import { channelNamed, channelWords } from '../../server/http/channel-words.ts';

const named = { channels: new Map([['oneStop', { zh: '一单制结算', en: 'one bill' }]]) };
const unnamed = { channels: new Map() };

describe('a channel is called', () => {
  it('as the rule set calls it, also one that has words of its own', () => {
    expect(channelWords('oneStop', named, 'zh')).toBe('一单制结算');
    expect(channelWords('oneStop', named, 'en')).toBe('one bill');
  });

  it('in the usual words where the rule set says nothing of it', () => {
    expect(['oneStop', 'offline', 'usual'].map((channel) => channelWords(channel, unnamed, 'zh'))).toEqual([
      '一站式结算',
      '线下办理',
      '常规结算',
    ]);
  });

  it('by its name where nobody has words for it, whatever objects inherit', () => {
    expect(channelWords('toString', unnamed, 'zh')).toBeNull();
    expect(channelNamed('card', named, 'zh')).toBe('渠道 card');
    expect(channelNamed('card', named, 'en')).toBe('channel card');
  });
});
