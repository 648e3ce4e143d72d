import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examine } from '../../server/usecases/drafts/examination.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { validate } from '../../server/usecases/validate.ts';
import { validation } from '../../server/usecases/validation.ts';
import { emptyFolder } from '../cli/dixian.ts';
import { runHere } from '../cli/in-process.ts';
import { Published } from '../published.ts';

const JURISDICTIONS = `kind: Jurisdictions
jurisdictions:
  - {code: "990000", name: 明川市}
  - {code: "990001", name: 东县, parent: "990000"}
`;
const OTHER_CITY = `kind: Jurisdictions
jurisdictions: [{code: "980000", name: 别市}]
`;
/** As the program makes it of rules for want of such a text. */
const MADE_UP = JSON.stringify(
  {
    kind: 'Jurisdictions',
    jurisdictions: [
      { code: '990011', name: '西县', parent: '990000' },
      { code: '990000', name: '990000' },
    ],
  },
  null,
  2,
);

const city = `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01}
title: 明川市
claims: {stay: {facts: {cost.inScope: {money: {}}}}}
layers: [{name: basic}]
standards: {basic.ratio: {value: 0.8, unit: share, better: higher}}
rules: [{name: pay, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}}]
`;
const county = (code: string) => `kind: Override
jurisdiction: "${code}"
extends: "990000"
effective: {from: 2020-01-01}
title: 某县
reason: 试
standards: {basic.ratio: 0.9}
`;

const named = (texts: readonly string[]) => texts.map((text, index) => ({ file: `${index}.yaml`, text }));
const errors = async (texts: readonly string[], book: RuleBook | null = null) => {
  const open = book === null ? () => Promise.reject(new Error('nothing published is asked for')) : async () => book;
  const [first] = await validate(named(texts), open);
  return (first?.findings ?? []).map(({ code, at, args }) => ({ code, at: at?.pointer, known: args.known }));
};
const unknown = [{ code: 'unknownCode', at: '/jurisdiction', known: { zh: '990000、990001', en: '990000, 990001' } }];
const bookOf = (...jurisdictions: readonly string[]) => {
  const source = new Published(JURISDICTIONS, [city]);
  return new RuleBook(
    Object.assign(Object.create(source) as Published, {
      records: () => source.records(),
      text: (record: Parameters<Published['text']>[0]) => source.text(record),
      jurisdictions: async () => jurisdictions,
    }),
  );
};

describe('a county’s text under a code that its city’s list does not have', () => {
  it('is wrong beside that list', async () => {
    expect(await errors([county('990011'), city, JURISDICTIONS])).toEqual(unknown);
    expect(await errors([county('990001'), city, JURISDICTIONS])).toEqual([]);
  });

  it('is wrong where the list stands with the city’s rules that are published', async () => {
    expect(await errors([county('990011')], bookOf(JURISDICTIONS))).toEqual(unknown);
    expect(await validation(bookOf(JURISDICTIONS), county('990011'))).toMatchObject({ valid: false });
  });

  it('is right where there is no list, or only that of another city, or one that was made of rules', async () => {
    expect(await errors([county('990011'), city])).toEqual([]);
    expect(await errors([county('990011'), city, OTHER_CITY])).toEqual([]);
    expect(await errors([county('990011')], bookOf(MADE_UP.replaceAll('990011', '990012')))).toEqual([]);
  });

  it('is no draft that could be submitted, though something was published under it once', async () => {
    const asked = { text: county('990011'), jurisdiction: '990011', kind: 'Override', maxBytes: 1 << 20 } as const;
    const { findings, found } = await examine(bookOf(JURISDICTIONS, MADE_UP), { ...asked, today: '2020-01-01' });
    expect([findings.map(({ code }) => code), found]).toEqual([['unknownCode'], null]);
    const free = await examine(bookOf(MADE_UP), { ...asked, today: '2020-01-01' });
    expect(free.found).not.toBeNull();
  });
});

describe('a folder of rules with such a text', () => {
  const folder = emptyFolder();
  afterAll(() => folder.remove());

  it('settles for nobody, and serves nobody', async () => {
    const texts = { city, county: county('990011'), jurisdictions: JURISDICTIONS };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder.path, `${name}.yaml`), text);
    const shown = await runHere(['show', '990011', '--date', '2020-06-01', '--rules', folder.path, '--lang', 'en']);
    expect({ code: shown.code, out: shown.out }).toEqual({ code: 2, out: '' });
    expect(shown.err).toContain('There is no jurisdiction 990011');
    const checked = await runHere(['validate', join(folder.path, 'county.yaml'), '--lang', 'en']);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('error unknownCode');
  });
});
