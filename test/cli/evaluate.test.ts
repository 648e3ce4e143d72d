import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rounds } from '../durability/rounds.ts';
import { dixian, emptyFolder, root } from './dixian.ts';
import { runHere } from './in-process.ts';

const claims = 'rules/371500/claims';
const stay = `${claims}/inpatient-township-hospital.json`;
const request = JSON.parse(readFileSync(join(root, stay), 'utf8')) as { id: string; claim: Record<string, unknown> };
const line = (id: string, claim: unknown = request.claim) => JSON.stringify({ ...request, id, claim });

describe('dixian evaluate', () => {
  it('says in Chinese what a claim comes to and why', async () => {
    const { code, out, err } = await dixian(['evaluate', stay]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('基本医保：15,840.00 元');
    expect(out).toContain('(20,000.00 − 200.00) × 80% = 15,840.00');
    expect(out).toContain('医疗救助：2,912.00 元');
    expect(out).toContain('合计支付：18,902.00 元');
    expect(out).toMatch(/个人负担：2,598\.00 元（.*1,248\.00.*1,350\.00）/);
    expect(out).toContain('未适用的规则');
    expect(out).not.toMatch(/undefined|\[object|\{[a-zA-Z]+\}/);
  });

  it('says which entry of a standard was used, as its words and nothing behind them', async () => {
    const { out } = await runHere(['evaluate', `${claims}/accident.json`]);
    expect(out).toContain('· 伤残等级给付比例（6 级） 50%');
    const { out: told } = await runHere(['evaluate', `${claims}/inpatient-second-stay.json`, '--lang', 'en']);
    expect(told).toMatch(/· basic insurance: deductible per stay \(level \d\) CNY/);
  });

  it('says it in English', async () => {
    const { code, out } = await runHere(['evaluate', stay, '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('CNY 15,840.00');
    // The id is the caller's own.
    expect(out.replace(request.id, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(['accident', 'household-property', 'inpatient-referral-missing', 'inpatient-second-stay'])(
    'settles the example %s',
    async (name) => {
      const { code, out } = await runHere(['evaluate', `${claims}/${name}.json`]);
      expect(code).toBe(0);
      expect(out).toContain('合计支付');
      expect(out).not.toMatch(/undefined|\[object|\{[a-zA-Z]+\}/);
    },
  );

  it('with --json answers what the service answers', async () => {
    const { code, out } = await runHere(['evaluate', stay, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: request.id, paid: 18902, selfPay: { total: 2598 } });
    expect(out).toContain('"paid":18902.00');
  });

  it('of an array names a bad one by its index', async () => {
    const bad = { ...request, id: '2', claim: { ...request.claim, cost: { inScope: -1 } } };
    const input = JSON.stringify([request, bad, 7], null, 2);
    const { code, out } = await runHere(['evaluate', '-'], {}, input);
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .slice(1)
        .map((one) => JSON.parse(one)),
    ).toMatchObject([
      { index: 1, id: '2', problem: { status: 422, errors: [{ pointer: '/claim/cost/inScope' }] } },
      { index: 2, id: null, problem: { code: 'requestNotObject' } },
    ]);
  });

  it('reads one request a line and answers in their order, a bad one in its place', async () => {
    const bad = line('2', { ...request.claim, cost: { inScope: -1 } });
    const input = `${line('1')}\n${bad}\n\nno json\n${line('5')}\n`;
    const { code, out } = await runHere(['evaluate', '-'], {}, input);
    expect(code).toBe(1);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(answers).toMatchObject([
      { id: '1', paid: 18902 },
      { line: 2, id: '2', problem: { status: 422, errors: [{ pointer: '/claim/cost/inScope' }] } },
      { line: 4, id: null, problem: { status: 400, code: 'notJson' } },
      { id: '5', paid: 18902 },
    ]);
  });

  it('keeps the order of many', async () => {
    const input = Array.from({ length: 3000 }, (_, index) => line(String(index))).join('\n');
    const { code, out } = await dixian(['evaluate', '-'], { input });
    expect(code).toBe(0);
    const ids = out
      .trimEnd()
      .split('\n')
      .map((text) => (JSON.parse(text) as { id: string }).id);
    expect(ids).toEqual(Array.from({ length: 3000 }, (_, index) => String(index)));
  });

  it('writes the same bytes whatever the number of threads', async () => {
    const funding = (persons: number) => ({ type: 'funding', funding: { persons, households: 400 } });
    const bad = ['no json', '{}', line('bad', { ...request.claim, cost: { inScope: -1 } }), ''];
    // The first, one in the middle and the last but a few are too long.
    const many = rounds(3_000, 20_000);
    const input = Array.from({ length: many }, (_, index) => {
      if (index % (many / 2 - 100) === 0) return `"${'x'.repeat(300_000)}"`;
      if (index % 97 === 0) return bad[(index / 97) % 4];
      return line(`第${index}份`, index % 10 === 0 ? request.claim : funding(1000 + index));
    }).join('\n');
    const [one, ...others] = await Promise.all(
      ['1', '2', '3'].map((workers) => dixian(['evaluate', '-', '--workers', workers], { input })),
    );
    expect(one).toMatchObject({ code: 1, err: '' });
    const answers = one?.out.trimEnd().split('\n') ?? [];
    expect(answers).toHaveLength(many - input.split('\n').filter((text) => text === '').length);
    expect(answers.filter((answer) => answer.includes('"problem":')).length).toBeGreaterThan(many / 150);
    // Not by toEqual, which would print a hundred megabytes.
    for (const other of others) expect(other.code === 1 && other.err === '' && other.out === one?.out).toBe(true);
  });

  it('refuses a number of threads that is none', async () => {
    for (const workers of ['0', 'x', '1.5', '1000']) {
      const { code, out, err } = await runHere(['evaluate', stay, '--workers', workers, '--lang', 'en']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toBe(`--workers does not take "${workers}"; values it takes: 1–256\n`);
    }
  });

  it('takes a claim alone, on the date nearest to today, and says so', async () => {
    const input = JSON.stringify({ type: 'funding', funding: { persons: 1000, households: 400 } });
    const { code, out, err } = await runHere(['evaluate', '-'], {}, input);
    expect(code).toBe(0);
    expect(err).toContain('2019-12-31');
    expect(JSON.parse(out)).toMatchObject({ jurisdiction: '371500', date: '2019-12-31', claimType: 'funding' });
  });

  it('names the place of what is wrong in a file', async () => {
    const folder = emptyFolder();
    const file = join(folder.path, 'claim.json');
    const text =
      '{\n  "id": "1",\n  "date": "2019-02-30",\n  "jurisdiction": "371525",\n  "claim": {"type": "inpatient"}\n}';
    writeFileSync(file, text);
    const { code, out, err } = await runHere(['evaluate', file]);
    folder.remove();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${file}:3:11: `);
    expect(err).toMatch(/ {2}3 \| {3}"date": "2019-02-30",\n {4}\| +\^/);
  });

  it('could not: no such file, no such folder of rules', async () => {
    for (const args of [
      ['evaluate', 'nowhere.json'],
      ['evaluate', stay, '--rules', 'nowhere'],
    ]) {
      const { code, out, err } = await runHere(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toContain('nowhere');
    }
  });
});
