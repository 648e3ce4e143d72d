import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { digest } from '../../server/rulesets/digest.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { documentByDigest, ruleSet, ruleSets } from '../../server/usecases/rule-sets.ts';
import { misfits } from '../answers.ts';
import { Published, realBook, refused, rules } from '../published.ts';
import { cityText, countyText } from '../store/texts.ts';

const places = `kind: Jurisdictions
jurisdictions:
  - {code: "371500", name: 某市}
  - {code: "371525", name: 某县, parent: "371500", validTo: 2019-12-31, successor: "371526"}
  - {code: "371526", name: 某区, parent: "371500", validFrom: 2020-01-01}
`;

describe('the publications of a jurisdiction', () => {
  const source = new Published(places, [
    cityText(100),
    countyText(200),
    cityText(120, '371500', '2019-10-01', '2020-03-31'),
    countyText(210),
    countyText(300, '371526').replace('from: 2019-07-01, to: 2019-12-31', 'from: 2020-01-01'),
  ]);
  const book = new RuleBook(source);

  it('stand newest first under all its codes, each with when it is in force', async () => {
    const found = await ruleSets(book, '371526');
    expect(misfits('rule-sets-answer', found)).toEqual([]);
    expect(found.next).toBeNull();
    expect(found.items.map(({ jurisdiction, version, inForce }) => [jurisdiction, version, inForce])).toEqual([
      ['371526', '1.0.0', [{ from: '2020-01-01' }]],
      ['371525', '2.0.0', [{ from: '2019-07-01', to: '2019-12-31' }]],
      ['371525', '1.0.0', []],
    ]);
    expect((await ruleSets(book, '371525')).items).toEqual(found.items);
    const city = await ruleSets(book, '371500');
    expect(city.items.map(({ inForce }) => inForce)).toEqual([
      [{ from: '2019-10-01', to: '2020-03-31' }],
      [{ from: '2019-01-01', to: '2019-09-30' }],
    ]);
  });

  it('tell the reason that a county’s text gives, of a damaged one none, and a city’s has none', async () => {
    const reasons = async (of: RuleBook, code: string) => (await ruleSets(of, code)).items.map(({ reason }) => reason);
    const given = { zh: '提高标准', en: '提高标准' };
    expect(await reasons(book, '371525')).toEqual([given, given, given]);
    expect(await reasons(book, '371500')).toEqual([null, null]);
    const damaged = new Published(places, [cityText(100), countyText(200)]);
    damaged.text = () => Promise.reject(new Refusal([{ code: 'textDamaged', severity: 'error', args: {} }]));
    expect(await reasons(new RuleBook(damaged), '371525')).toEqual([null]);
  });

  it('come page by page, and stay in place when more are published', async () => {
    const more = new Published(
      places,
      [1, 2, 3, 4, 5].map((figure) => cityText(figure)),
    );
    const paged = new RuleBook(more);
    const first = await ruleSets(paged, '371500', { limit: '2' });
    more.publish(cityText(6));
    const second = await ruleSets(paged, '371500', { limit: '2', cursor: first.next ?? '' });
    const third = await ruleSets(paged, '371500', { limit: '2', cursor: second.next ?? '' });
    const versions = [first, second, third].map(({ items }) => items.map(({ version }) => version));
    expect(versions).toEqual([['5.0.0', '4.0.0'], ['3.0.0', '2.0.0'], ['1.0.0']]);
    expect(third.next).toBeNull();
    expect(await refused(ruleSets(paged, '371500', { limit: '0' }))).toEqual(['pageLimit /limit']);
    expect(await refused(ruleSets(paged, '110000'))).toEqual(['unknownJurisdiction /jurisdiction']);
  });

  it('are found by number under any code, and by the digest of their meaning', async () => {
    const found = await ruleSet(book, '371526', '2.0.0');
    expect(misfits('rule-set-answer', found)).toEqual([]);
    expect(found.publication).toMatchObject({ jurisdiction: '371525', kind: 'Override', sequence: 4 });
    expect(found.text).toBe(countyText(210));
    const { termsDigest, text, document } = found;
    const { kind, jurisdiction, digest: own } = found.publication;
    expect(await documentByDigest(book, own)).toEqual({ kind, jurisdiction, digest: own, termsDigest, document, text });
    expect(await refused(ruleSet(book, '371500', '9.9.9'))).toEqual(['versionUnknown']);
    expect(await refused(documentByDigest(book, `sha256:${'0'.repeat(64)}`))).toEqual(['digestUnknown']);
  });

  it('of one meaning published twice keep under their digest the text that was first', async () => {
    const again = `# the same, with a comment\n${cityText(100)}`;
    const twice = new Published(places, [cityText(100), cityText(120), again]);
    const [first, , last] = twice.records();
    expect(last?.digest).toBe(first?.digest);
    expect((await documentByDigest(new RuleBook(twice), first?.digest ?? '')).text).toBe(cityText(100));
  });
});

describe('the real rules', () => {
  it.each(['371500', '371522', '371525'])('of %s come byte for byte, and as data', async (code) => {
    const book = await realBook(true);
    const found = await ruleSet(book, code, '1.0.0');
    expect(misfits('rule-set-answer', found)).toEqual([]);
    expect(digest(found.document)).toBe(found.publication.digest);
    const files: Readonly<Record<string, string>> = {
      371500: '371500/liaocheng-2019.yaml',
      371522: 'samples/371522-shenxian-sample.yaml',
      371525: 'samples/371525-guanxian-sample.yaml',
    };
    expect(found.text).toBe(readFileSync(join(rules, files[code] ?? ''), 'utf8'));
    expect(found.publication.sample).toBe(code !== '371500');
  });
});
