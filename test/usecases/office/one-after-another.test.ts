import { expect, it } from 'vitest';
import { oneAfterAnother } from '../../../server/usecases/office/one-after-another.ts';

const desk = {};

it('each begins when the one before has ended, well or not; those of another name or thing do not wait', async () => {
  const told: string[] = [];
  let end = () => {};
  const first = oneAfterAnother(desk, 'a', async () => {
    told.push('a1 begins');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    told.push('a1 ends');
    throw new Error('in vain');
  });
  const second = oneAfterAnother(desk, 'a', async () => told.push('a2'));
  await oneAfterAnother(desk, 'b', async () => told.push('b1'));
  await oneAfterAnother({}, 'a', async () => told.push('other a1'));
  end();
  await expect(first).rejects.toThrow('in vain');
  await second;
  expect(told).toEqual(['a1 begins', 'b1', 'other a1', 'a1 ends', 'a2']);
});

it('so many wait and no more; afterwards there is room again', async () => {
  const asked = Array.from({ length: 200 }, () => oneAfterAnother(desk, 'c', async () => 'done'));
  const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(200 - 128);
  for (const one of refused) expect(one).toMatchObject({ reason: { code: 'storeBusy' } });
  expect(await oneAfterAnother(desk, 'c', async () => 'done')).toBe('done');
});
