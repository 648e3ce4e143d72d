import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { emptyFolder, root } from './dixian.ts';
import { runHere } from './in-process.ts';

const plan = join(root, 'test/cities/990001/plan.yaml');
const folder = emptyFolder();
afterAll(() => folder.remove());

const claim = {
  id: '虚构-乙类',
  jurisdiction: '990001',
  date: '2021-06-01',
  claim: { type: 'stay', hospital: { tier: 'tertiary' }, cost: { classA: 30_000, classB: 10_000, classC: 3_000 } },
};

it('what costs are divided into is called as the rule set calls it', async () => {
  const file = join(folder.path, 'claim.json');
  writeFileSync(file, JSON.stringify(claim));
  const { out } = await runHere(['evaluate', file, '--rules', join(root, 'test/cities')]);
  expect(out).toMatch(/个人负担：9,800\.00 元（范围内费用 5,700\.00.*范围外费用 4,100\.00.*）/);
  const { out: told } = await runHere(['evaluate', file, '--rules', join(root, 'test/cities'), '--lang', 'en']);
  expect(told).toContain('cost out of scope');
});

it('another word for it is told as one that changes nothing else', async () => {
  const file = join(folder.path, 'plan.yaml');
  writeFileSync(file, readFileSync(plan, 'utf8').replace('范围内费用', '目录内费用'));
  const { out } = await runHere(['diff', plan, file]);
  expect(out).toMatch(/范围内费用.*目录内费用/);
});
