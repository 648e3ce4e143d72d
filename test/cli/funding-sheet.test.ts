import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

const folder = emptyFolder();
afterAll(() => folder.remove());

it('a claim of funding in words says the premium of each product and who brings it', async () => {
  const file = join(folder.path, 'funding.json');
  const claim = { type: 'funding', funding: { persons: 10_000, households: 4_000 } };
  writeFileSync(file, JSON.stringify({ id: 'f', jurisdiction: '371500', date: '2019-01-01', claim }));
  const { code, out } = await runHere(['evaluate', file]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /医疗商业补充保险筹资.*: 保费 1,500,000\.00 元：省级 [\d,.]+，市级 [\d,.]+，(结转 [\d,.]+，)?县级 [\d,.]+$/m,
  );
  expect(out).not.toMatch(/筹资.*: 0\.00$/m);
  const english = await runHere(['evaluate', file, '--lang', 'en']);
  expect(english.out).toMatch(/: premium CNY 1,500,000\.00: the province [\d,.]+, the city [\d,.]+, /);
});
