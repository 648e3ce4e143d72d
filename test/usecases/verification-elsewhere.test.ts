import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { Refusal, refuse } from '../../server/domain/refusal.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { verification } from '../../server/usecases/verification.ts';
import { Published, refused, rules } from '../published.ts';
import { cityText, countyText, jurisdictionsText } from '../store/texts.ts';
import { changed, codes, demo, type Json, lookUp, settled, stay, verify } from './settled.ts';

describe('what is not known here', () => {
  it('are rules of a digest that nobody published: told, with the content held to its own digest', async () => {
    const settlement = changed(await settled(stay), (copy: { ruleSet: Json; paid: number }) => {
      copy.ruleSet.effectiveDigest = `sha256:${'0'.repeat(64)}`;
    });
    const told = await verify(settlement, stay);
    expect(codes(told)).toEqual(['verifyRuleSetUnknown']);
    expect(told).toMatchObject({ same: false, ruleSet: null, firstDifference: null, digests: { recomputed: null } });
    const altered = { ...settlement, paid: 1 };
    expect(codes(await verify(altered, stay))).toEqual(['verifyContentAltered', 'verifyRuleSetUnknown']);
  });

  it('is an unpublished text: a trial, by which nothing may be paid', async () => {
    const genuine = await settled(stay);
    const unpublished = { ...(genuine.ruleSet as Json), effectiveDigest: `sha256:${'0'.repeat(64)}`, version: null };
    const told = await verify({ ...genuine, status: 'draft', ruleSet: unpublished }, stay);
    expect(codes(told)).toEqual(['verifyTrial']);
    expect(told.inForceNow).toMatchObject({ other: true, message: say('verifyOtherThanTrial', {}, 'zh').message });
    const renamed = await verify({ ...genuine, status: 'draft' }, stay);
    expect(codes(renamed)).toEqual(['verifyTrial']);
    expect(renamed).toMatchObject({ same: false, firstDifference: { field: 'status', received: 'draft' } });
    expect(codes(await verify({ ...genuine, status: 'published' }, stay))).toEqual(['verifyNameDiffers']);
  });

  it('is another format: nothing is settled again', async () => {
    const told = await verify({ ...(await settled(stay)), format: 2 }, stay);
    expect(codes(told)).toEqual(['verifyOtherFormat']);
    expect(told.why[0]?.args).toEqual({ given: 2, known: 1 });
  });

  it('may be said by a refusal; a damaged text is no unknown one', async () => {
    const settlement = await settled(stay);
    const unknown = async () => refuse('digestUnknown', { digest: 'x' });
    expect(codes(await verify(settlement, stay, demo, unknown))).toEqual(['verifyRuleSetUnknown']);
    const damaged = async () => {
      throw new Refusal([{ code: 'textDamaged', severity: 'error', args: {} }], 'ruleSetUnusable');
    };
    await expect(verification(demo, damaged, { settlement, claim: stay })).rejects.toThrow('ruleSetUnusable');
  });
});

describe('a settlement by rules that were replaced since', () => {
  const claim = { type: 'inpatient', cost: { inScope: 1000 } };

  it('stands by its own, and is told which would apply now', async () => {
    const source = new Published(jurisdictionsText, [cityText(100), countyText(200)]);
    const book = new RuleBook(source);
    const old = await book.inForce('371525', '2019-08-01');
    const settlement = await settled(claim, {}, book);
    source.publish(countyText(300));
    const told = await verify(settlement, claim, book, async (digest) =>
      digest === old.name.effectiveDigest ? old : null,
    );
    expect(told).toMatchObject({ same: true, why: [], ruleSet: { version: '1.0.0' } });
    expect(told.inForceNow).toMatchObject({ other: true, ruleSet: { jurisdiction: '371525', version: '2.0.0' } });
    expect(told.inForceNow.message).toMatch(/\p{Script=Han}/u);
  });

  it('of the same text under a new number is right under either', async () => {
    const source = new Published(jurisdictionsText, [cityText(100), countyText(200)]);
    const book = new RuleBook(source);
    const settlement = await settled(claim, {}, book);
    source.publish(countyText(200));
    const told = await verify(settlement, claim, book);
    expect(settlement.ruleSet).toMatchObject({ version: '1.0.0' });
    expect(told).toMatchObject({ same: true, why: [], inForceNow: { other: false, ruleSet: { version: '2.0.0' } } });
  });

  it('may be for a date on which nothing is in force now', async () => {
    const settlement = await settled(stay);
    const empty = new RuleBook(new Published((await (await openFolder(rules)).jurisdictions())[0] ?? ''));
    const told = await verify(settlement, stay, empty, lookUp(demo));
    expect(told.inForceNow).toMatchObject({ other: true, ruleSet: null });
  });
});

describe('a wrong request', () => {
  it.each([
    [[], ['requestNotObject ']],
    [{}, ['requestFieldMissing /settlement', 'requestFieldMissing /claim']],
    [{ claim: {}, settlement: {}, a: 1 }, ['requestFieldUnknown /a']],
  ])('%j is refused', async (request, expected) => {
    const found = await refused(verification(demo, lookUp(demo), request));
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it('is one whose amounts are none, each with its place', async () => {
    const settlement = changed(await settled(stay), (copy: Json) => {
      Object.assign(copy, { paid: 0.001, selfPay: { total: 1e14, inScope: -1 } });
    });
    expect(await refused(verification(demo, lookUp(demo), { settlement, claim: stay }))).toEqual([
      'requestOutOfRange /settlement/selfPay/inScope',
    ]);
    const positive = { ...settlement, selfPay: { total: 1e14 } };
    expect(await refused(verification(demo, lookUp(demo), { settlement: positive, claim: stay }))).toEqual([
      'requestNotMoney /settlement/paid',
      'requestNotMoney /settlement/selfPay/total',
    ]);
  });

  it("is one whose digest stands for another county's rules: nothing is settled by them, whoever asks", async () => {
    const [own, other] = [await settled(stay), await settled(stay, { jurisdiction: '371522' })];
    const { effectiveDigest } = other.ruleSet as Json;
    const settlement = { ...own, ruleSet: { ...(own.ruleSet as Json), effectiveDigest } };
    const told = await verify(settlement, stay);
    expect(codes(told)).toEqual(['verifyRuleSetUnknown']);
    expect(told).toMatchObject({ same: false, ruleSet: null, differences: [], digests: { recomputed: null } });
  });

  it('is one of a jurisdiction that there is not', async () => {
    const settlement = { ...(await settled(stay)), jurisdiction: '110000' };
    expect(await refused(verification(demo, lookUp(demo), { settlement, claim: stay }))).toEqual([
      'unknownJurisdiction /settlement/jurisdiction',
    ]);
  });
});
