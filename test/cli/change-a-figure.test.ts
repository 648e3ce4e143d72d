import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dixian, emptyFolder, root } from './dixian.ts';

// What an official does first: read the rules, change a figure, and look what that does to a claim.
const folder = emptyFolder();
const rules = join(folder.path, 'rules');
const text = join(rules, '371500/liaocheng-2019.yaml');
const claim = join(rules, '371500/claims/inpatient-township-hospital.json');

beforeAll(() => {
  cpSync(join(root, 'rules'), rules, { recursive: true });
  const before = readFileSync(text, 'utf8');
  const after = before.replace(/(medicalAssistance\.ratio:\s*\{value: )0\.70/, '$10.75');
  expect(after).not.toBe(before);
  writeFileSync(text, after);
});
afterAll(folder.remove);

it('shows in Chinese what the change does to a claim', async () => {
  const { code, out } = await dixian(['evaluate', claim], { cwd: folder.path });
  expect(code).toBe(0);
  expect(out).toContain('医疗救助：3,120.00 元');
  expect(out).toContain('住院医疗救助比例 75%');
});

it('shows which scenarios no longer hold, and where each says so', async () => {
  const { code, out } = await dixian(['test'], { cwd: folder.path });
  expect(code).toBe(1);
  expect(out).toMatch(
    /^rules\/371500\/scenarios\/[\w-]+\.yaml:\d+:\d+: \[.+\] layers\.medicalAssistance：应为 2,912\.00，实得 3,120\.00$/m,
  );
  const [, file = '', line = '0'] =
    /^(rules\/\S+?):(\d+):\d+: \[.+\] layers\.medicalAssistance：应为 2,912\.00/m.exec(out) ?? [];
  expect(readFileSync(join(folder.path, file), 'utf8').split('\n')[Number(line) - 1]).toContain('2912');
});

it('holds a county to the raised floor', async () => {
  const override = join(rules, 'override.yaml');
  writeFileSync(
    override,
    'kind: Override\njurisdiction: "371526"\nextends: "371500"\neffective: {from: 2019-06-01}\nreason: 试\nstandards:\n  medicalAssistance.ratio: 0.72\n',
  );
  const { code, out } = await dixian(['validate', override], { cwd: folder.path });
  expect(code).toBe(1);
  expect(out).toContain(`${override}:7:28: 错误 `);
  expect(out).toMatch(/市级 75%.*72%/);
  expect(out).toMatch(/7 \| {3}medicalAssistance\.ratio: 0\.72\n +\| +\^{4}\n/);
});

it('says where a rule set that does not hold together is broken', async () => {
  const broken = join(folder.path, 'broken');
  cpSync(join(root, 'rules/371500'), join(broken, '371500'), { recursive: true });
  const file = join(broken, '371500/liaocheng-2019.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('$medicalAssistance.ratio', '$medicalAssistance.ratoi'));
  const { code, err } = await dixian(['evaluate', claim, '--rules', broken], { cwd: folder.path });
  expect(code).not.toBe(0);
  expect(err).toContain('medicalAssistance.ratoi');
  expect(err).toContain('medicalAssistance.ratio');
  const { code: validated, out } = await dixian(['validate', file], { cwd: folder.path });
  expect(validated).toBe(1);
  expect(out).toMatch(/liaocheng-2019\.yaml:\d+:\d+: 错误 /);
});
