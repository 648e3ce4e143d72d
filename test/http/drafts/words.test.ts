import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, outcome } from './county-office.ts';

const office = new CountyOffice();
let draft: DraftJson;
beforeAll(async () => {
  await office.open();
  draft = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
});
afterAll(() => office.close());

const said = (text: string) => office.change('G-ED1', draft, 'comments', { text });

describe('what people say of a draft', () => {
  const unseen = {
    blank: ' \n',
    zeroWidth: '\u200b\u200d',
    filler: '\u3164\u115f',
    braille: '\u2800',
    tag: '\u{e0041}',
  };
  it.each(Object.entries(unseen))('can be seen: %s alone is refused', async (_, text) => {
    expect(outcome(await said(text))).toBe('422 wordsLength');
    expect(outcome(await office.change('G-ED1', draft, 'submission', { reason: text }))).toBe('422 wordsLength');
  });

  const turned = {
    override: 'yes \u202eon',
    isolate: '\u2067no',
    mark: '好\u200f',
    nul: 'a\u0000b',
    escape: '\u001b[2J',
  };
  it.each(Object.entries(turned))('neither turns text round nor rules a terminal: %s', async (_, text) => {
    expect(outcome(await said(text))).toBe('422 wordsLength');
  });

  it.each(['accident.medical\n', '\u202elacidem', 'accident', 'a.b c', '__proto__', '', `a.${'b'.repeat(200)}`])(
    'is of what can be the name of a standard, or of the whole: "%s" is none',
    async (standard) => {
      const lines = (await office.acts()).length;
      const answer = await office.change('G-ED1', draft, 'comments', { standard, text: '?' });
      expect(outcome(answer)).toBe('422 requestNotAName');
      expect(String(answer.json.detail)).not.toContain('{');
      expect((await office.acts()).slice(lines)).toEqual([]);
    },
  );

  it('is otherwise whatever they write', async () => {
    for (const text of ['一行\n\t另一行', '?', '👍🏽 👨‍👩‍👧', 'مرحبا', 'нет']) draft = draftIn(await said(text));
    for (const standard of ['accident.medical', 'own.new.figure', null])
      draft = draftIn(await office.change('G-ED1', draft, 'comments', { standard, text: '?' }));
  });
});

describe('what a change of a draft is refused with', () => {
  const inChinese = { 'Accept-Language': 'zh' };
  it('is said in words of the language spoken: states, acts and roles have no codes there', async () => {
    const early = await office.change('G-RE1', draft, 'publication', undefined, inChinese);
    expect(early.json.detail).toBe('草稿现在的状态是“起草中”，不能这样做');
    expect(early.json.errors).toMatchObject([{ help: '以下状态时可以：已批准，待发布' }]);
    const late = { ...draft, revision: 1 };
    const moved = await office.change('G-ED2', late, 'comments', { text: '?' }, inChinese);
    expect(moved.json.detail).toBe('G-ED1 于 2019-05-01 08:00 写了批注，草稿已不是您看过的那样');
    const inEnglish = await office.change('G-ED2', late, 'comments', { text: '?' });
    expect(inEnglish.json.detail).toMatch(/^G-ED1 commented on it at 2019-05-01 08:00: /);
  });
});
