import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { evaluationJson } from '../../server/http/evaluation-json.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';

const evaluate = evaluator(new RuleBook(await openFolder('rules')));

const asked = (claim: object) => ({ id: '1', jurisdiction: '371500', date: '2019-06-01', claim });

async function refusalOf(claim: object): Promise<Refusal> {
  try {
    await evaluate(asked(claim));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('settled');
}

const funding = (persons: number) => ({ type: 'funding', funding: { persons } });

describe('an amount that a number cannot tell to the fen', () => {
  // 150 CNY each: the last number of persons whose premium is told to the fen, and the next.
  const most = Math.floor(Number.MAX_SAFE_INTEGER / 15_000);

  it('is refused, the last that can be told is not', async () => {
    const answer = evaluationJson(await evaluate(asked(funding(most))), 'zh');
    expect(answer).toContain(`"premium":${most * 150}.00`);
    const first = (await refusalOf(funding(most + 1))).findings[0];
    expect(first).toMatchObject({ code: 'settlementTooLarge', at: { pointer: '/claim' } });
    expect(say('settlementTooLarge', first?.args ?? {}, 'zh').message).toBe(
      '结算出的金额超过 90,071,992,547,409.91 元，无法精确到分',
    );
  });

  it.each([4_803_839_602_529, 4_803_839_602_531, Number.MAX_SAFE_INTEGER])(
    'is refused of %d persons',
    async (persons) => {
      expect((await refusalOf(funding(persons))).code).toBe('settlementTooLarge');
    },
  );
});

it('says of which layer more is settled than is left', async () => {
  const cost = { inScope: 8 };
  const claim = { type: 'inpatient', hospital: { level: 1 }, cost, settled: { basicMedical: 9 } };
  const [finding] = (await refusalOf(claim)).findings;
  const { code, args = {} } = finding ?? { code: '' };
  expect(say(code, args, 'zh').message).toBe('「基本医保」已结算的金额大于结算到该层时剩余的费用');
  expect(say(code, args, 'en').message).toMatch(/^the amount settled for basic medical insurance is more/);
});
