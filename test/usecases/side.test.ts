import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { referenceOf } from '../../server/usecases/compared/reference.ts';
import { type ReadText, sideOf } from '../../server/usecases/compared/side.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const read: ReadText = (reference) => readFileSync(join(root, reference.path), 'utf8');
let book: RuleBook;
beforeAll(async () => {
  book = new RuleBook(await openFolder(join(root, 'rules'), { samples: true }));
});

const code = async (text: string, reader: ReadText | null = null) => {
  try {
    await sideOf(book, text, NOW, reader);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('a side of a comparison', () => {
  it.each([
    ['371525@1.1.0', { kind: 'version', code: '371525', version: '1.1.0', baseVersion: null }],
    ['371525@1.1.0+1.0.0', { kind: 'version', code: '371525', version: '1.1.0', baseVersion: '1.0.0' }],
    ['371525@2019-07-01', { kind: 'date', code: '371525', date: '2019-07-01' }],
    ['371525', { kind: 'date', code: '371525', date: null }],
    [`sha256:${'0'.repeat(64)}`, { kind: 'digest', digest: `sha256:${'0'.repeat(64)}` }],
    ['git:HEAD~1:rules/a b.yaml', { kind: 'git', revision: 'HEAD~1', path: 'rules/a b.yaml' }],
    ['371525@1.1', { kind: 'file', path: '371525@1.1' }],
    ['rules/x.yaml', { kind: 'file', path: 'rules/x.yaml' }],
  ])('%s is read', (text, reference) => {
    expect(referenceOf(text)).toEqual(reference);
  });

  it('of a county’s version stands on the city’s version of its first day, and says so', async () => {
    const side = await sideOf(book, '371525@1.0.0', NOW, null);
    expect(side.rules.name).toMatchObject({ version: '1.0.0', base: { jurisdiction: '371500', version: '1.0.0' } });
    expect(side.label).toEqual({ zh: '冠县 1.0.0（市级 1.0.0）', en: expect.stringContaining('1.0.0 (city 1.0.0)') });
    expect(side.date).toBe('2019-07-01');
  });

  it('is the same by version, by date, by effective digest and by the text itself', async () => {
    const byVersion = await sideOf(book, '371525@1.0.0+1.0.0', NOW, null);
    const { effectiveDigest, digest } = byVersion.rules.name;
    const file = 'rules/samples/371525-guanxian-sample.yaml';
    for (const reference of ['371525@2019-08-01', effectiveDigest, digest ?? '', file]) {
      const other = await sideOf(book, reference, NOW, read);
      expect(other.rules.effective.effectiveTermsDigest).toBe(byVersion.rules.effective.effectiveTermsDigest);
    }
  });

  it('of a county without an override is the city’s', async () => {
    const { label } = await sideOf(book, '371525@2019-02-01', NOW, null);
    expect(label.zh).toBe('冠县（沿用市级 1.0.0）');
  });

  it.each([
    ['371525@7.0.0', 'unknownVersion'],
    ['371599@1.0.0', 'unknownJurisdiction'],
    ['371525@2031-01-01', 'noRuleSetInForce'],
    [`sha256:${'0'.repeat(64)}`, 'unknownDigest'],
    ['rules/x.yaml', 'sideMalformed'],
  ])('%s is refused: %s', async (text, wanted) => {
    expect(await code(text)).toBe(wanted);
  });

  it('of a text is refused with what is wrong in it', async () => {
    expect(await code('x', () => 'kind: RuleSet\n')).toBe('missingKey');
    expect(await code('rules/371500/scenarios/edges.yaml', read)).toBe('cliNotARuleSet');
  });
});
