import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../editor/api/in-turn.ts';

test('each is asked once the one before is answered, also where that failed', async () => {
  const said: string[] = [];
  const ask = (name: string, fails: boolean) =>
    inTurn(async () => {
      said.push(`${name} begins`);
      await wait(5);
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const all = await Promise.allSettled([ask('first', false), ask('second', true), ask('third', false)]);
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'first',
    'Error: second',
    'third',
  ]);
  expect(said).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
