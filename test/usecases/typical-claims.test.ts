import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import type { Evaluation } from '../../server/usecases/evaluation.ts';
import type { Page } from '../../server/usecases/page.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { type TypicalClaim, typicalClaims } from '../../server/usecases/typical-claims.ts';

const folder = join(import.meta.dirname, '../../rules');
const text = readFileSync(join(folder, '371500/typical-claims.yaml'), 'utf8');
const DATE = '2019-08-01';

let source: RuleSource;
let samples: RuleSource;
beforeAll(async () => {
  source = await openFolder(folder);
  samples = await openFolder(folder, { samples: true });
});

/** The rules of the checkout with another text of typical claims. */
const withClaims = (...claims: readonly string[]): RuleBook =>
  new RuleBook({
    records: () => source.records(),
    text: (record) => source.text(record),
    jurisdictions: () => source.jurisdictions(),
    typicalClaims: async () => claims,
  });

const idsOf = ({ items }: Page<TypicalClaim>) => items.map(({ id }) => id);

describe('the typical claims of the city', () => {
  const settleAll = async (book: RuleBook, code: string) => {
    const evaluate = evaluator(book);
    const settled = new Map<string, Evaluation>();
    for (const { id, jurisdiction, date, claim } of (await typicalClaims(book, code, DATE)).items)
      settled.set(id, await evaluate({ id, jurisdiction, date, claim }));
    return settled;
  };

  it.each(['in force', 'in force with the samples'])(
    'settle in the city and every county by the rules %s',
    async (which) => {
      const book = new RuleBook(which === 'in force' ? source : samples);
      const { all } = await book.registry();
      expect(all.length).toBeGreaterThan(10);
      for (const { code } of all) {
        const settled = await settleAll(book, code);
        expect(settled.size).toBeGreaterThanOrEqual(10);
        for (const { date, settlement, effective } of settled.values()) {
          expect(settlement.eligible).toBe(true);
          // A claim of another year would be settled without the layers of this one.
          for (const { period } of effective.layers)
            expect(period.from <= date && date <= (period.to ?? date)).toBe(true);
        }
      }
    },
  );

  it('are of every type that the rules have, and reach every layer', async () => {
    const settled = await settleAll(new RuleBook(samples), '371525');
    const [first] = settled.values();
    const settlements = [...settled.values()].map(({ settlement }) => settlement);
    const { items: claims } = await typicalClaims(new RuleBook(source), '371500', DATE);
    expect(new Set(claims.map(({ claim }) => claim.type))).toEqual(new Set(first?.effective.claims.keys()));
    const paying = settlements.flatMap(({ layers }) => layers.filter(({ paid }) => paid > 0).map(({ layer }) => layer));
    const layers = first?.effective.layers.map(({ name }) => name).filter((name) => name !== 'funding');
    expect(new Set(paying)).toEqual(new Set(layers));
    const high = (await settleAll(new RuleBook(source), '371500')).get('highCostStay')?.settlement;
    expect(high?.layers.filter(({ paid }) => paid > 0)).toHaveLength(5);
  });

  it('go on in the second stay where the first has ended', async () => {
    const book = new RuleBook(source);
    const first = (await settleAll(book, '371500')).get('countyStay');
    const again = (await settleAll(book, '371500')).get('countyStayAgain');
    expect(again?.settlement.history.before).toEqual(first?.settlement.history.after);
  });
});

describe('typical claims on a date', () => {
  const mine = text.replace('  - id: countyStay\n', '  - id: countyStay\n    jurisdiction: "371523"\n');

  it('are all of the city, and of a county those that are not kept for another', async () => {
    const all = idsOf(await typicalClaims(withClaims(mine), '371500', DATE));
    expect(all).toContain('countyStay');
    const others = all.filter((id) => id !== 'countyStay');
    expect(idsOf(await typicalClaims(withClaims(mine), '371525', DATE))).toEqual(others);
    // The county has had two codes.
    for (const code of ['371523', '371503'])
      expect(idsOf(await typicalClaims(withClaims(mine), code, DATE))).toEqual(all);
    const [kept] = (await typicalClaims(withClaims(mine), '371500', DATE)).items.filter(
      ({ id }) => id === 'countyStay',
    );
    expect(kept?.jurisdiction).toBe('371523');
    const {
      items: [own],
    } = await typicalClaims(withClaims(mine), '371525', DATE);
    expect(own).toMatchObject({ id: 'townshipStay', jurisdiction: '371525', date: '2019-06-01', note: null });
  });

  it('leave out those of a type that the rules do not know, and those of another city', async () => {
    const other = text.replace('type: funding, funding:', 'type: pension, pension:');
    const ids = idsOf(await typicalClaims(withClaims(other), '371500', DATE));
    expect(ids).not.toContain('yearOfPremiums');
    expect(ids.length).toBeGreaterThan(8);
    const elsewhere = text.replace('jurisdiction: "371500"', 'jurisdiction: "371400"');
    expect(idsOf(await typicalClaims(withClaims(elsewhere), '371500', DATE))).toEqual([]);
    expect(idsOf(await typicalClaims(withClaims(elsewhere, other), '371500', DATE))).toEqual(ids);
  });

  it('are checked once, and a text that is wrong is refused until it is right', async () => {
    let asked = 0;
    const texts = ['kind: TypicalClaims\n', text, text];
    const book = new RuleBook({
      ...{ records: () => source.records(), text: source.text, jurisdictions: source.jurisdictions },
      typicalClaims: async () => [texts[asked++] ?? ''],
    });
    const refused = await typicalClaims(book, '371500', DATE).catch((cause: unknown) => cause);
    expect(refused instanceof Refusal && refused.code).toBe('missingKey');
    expect(await typicalClaims(book, '371500', DATE)).not.toEqual([]);
    await typicalClaims(book, '371525', DATE);
    expect(asked).toBe(2);
  });

  it.each([
    ['371500', '2018-12-31', 'noRuleSetInForce'],
    ['999999', DATE, 'unknownJurisdiction'],
  ])('of %s on %s are refused with %s', async (code, date, refused) => {
    await expect(typicalClaims(new RuleBook(source), code, date)).rejects.toMatchObject({ code: refused });
  });
});
