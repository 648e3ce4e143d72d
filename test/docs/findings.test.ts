import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSheet } from '../../server/cli/check-words.ts';
import type { Override } from '../../server/rulesets/language.ts';
import { check } from '../../server/usecases/check.ts';
import type { Side } from '../../server/usecases/compared/side.ts';
import { cityDocument } from '../city.ts';
import { rounds } from '../durability/rounds.ts';
import { root } from '../house/sources.ts';
import { document, effective } from '../naive/documents.ts';
import { sharedSolver } from '../solver.ts';

const text = readFileSync(join(root, 'docs/findings.md'), 'utf8');
const city = cityDocument();

/** In the ordinary run forms and searches alone are asked; the long one asks the solver too, and for what is proved by it. */
const solver = rounds(0, 1) === 0 ? null : sharedSolver();

/** The lines of the page that are the tool's own, of a part of it. */
function quoted(from: string, to: string): readonly string[] {
  const [start, end] = [text.indexOf(from), to === '' ? text.length : text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`the page has no part from ${from} to ${to}`);
  const lines = text.slice(start, end).split('\n');
  return lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2).trim());
}

/** What a check says of rules: its findings with their examples, and its caps. */
async function said(county?: Override) {
  const ruleSet = effective(city, county);
  const name = { zh: '', en: '' };
  const side = { reference: '', label: name, date: ruleSet.period.from, rules: { effective: ruleSet, name } };
  const checked = await check(side as unknown as Side, { solver });
  const lines = checkSheet(checked, ruleSet, 'zh');
  const isFinding = (line: string) => line.startsWith('  - ') || line.startsWith('    ');
  return {
    checked,
    findings: lines.filter(isFinding).map((line) => line.trim().replace(/^- /, '')),
    sentences: lines.filter((line) => line.startsWith('  - ')).map((line) => line.slice('  - '.length)),
    caps: lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
  };
}

/** How it is known may need the solver. */
const comparable = (lines: readonly string[]) =>
  lines.map((line) => (solver === null ? unproved(line) : line)).toSorted();

/** What is proved with a solver is found, or not found, without one. */
const unproved = (line: string) =>
  line
    .replace(/（(已证明|只是搜索)）|，试过而未证明（[^）]*）/g, '')
    .replace('没有找到单独一份达到的申请', '单独一份申请达不到');

describe('docs/findings.md', () => {
  let known: ReturnType<typeof said> | null = null;
  const ofCity = () => {
    known ??= said();
    return known;
  };

  it('has every finding of the city’s rules with its claim, and none that is not found', async () => {
    const { findings } = await ofCity();
    expect(findings.length).toBeGreaterThan(10);
    expect(quoted('# 检查发现', '<a id="caps">').toSorted()).toEqual(findings.toSorted());
  });

  it('says where each cap begins to cut', async () => {
    const { caps } = await ofCity();
    expect(caps.length).toBeGreaterThan(5);
    expect(comparable(quoted('<a id="caps">', '<a id="counties">'))).toEqual(comparable(caps));
  });

  it('says that there are no cliffs and no double payments where there are none', async () => {
    const { answers } = (await ofCity()).checked;
    const none = answers.filter(({ question }) => question === 'cliffs' || question === 'doublePayments');
    expect(none.map(({ found }) => found)).toEqual(none.map(() => 0));
    // A waiver that another system has settled is drawn from several fees: the solver shows that.
    const needsSolver = (type: string | null) => solver === null && type === 'outpatient';
    expect(none.filter(({ rest, claimType }) => rest !== 'proved' && !needsSolver(claimType))).toEqual([]);
    for (const words of ['断崖', '重复赔付']) expect(text).toMatch(new RegExp(`\\*\\*${words}\\*\\*：没有，已证明`));
  });

  const counties = [
    ['371525', '371525-guanxian-sample.yaml', '### 371522'],
    ['371522', '371522-shenxian-sample.yaml', ''],
  ] as const;

  // The second draws from two pots at once, which takes a search of seconds where no solver shows it.
  it.each(counties.slice(0, rounds(1, 2)))(
    'has what is found in the sample of %s and not in the city',
    async (code, file, end) => {
      const own = new Set((await ofCity()).sentences);
      const { sentences } = await said(document(`rules/samples/${file}`) as Override);
      const further = sentences.filter((sentence) => !own.has(sentence));
      expect(further.length).toBeGreaterThan(0);
      expect(quoted(`### ${code}`, end).toSorted()).toEqual(further.toSorted());
    },
  );
});
