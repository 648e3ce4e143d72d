import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openingAct, signIns } from '../../server/cli/opening-act.ts';
import { say } from '../../server/domain/messages/index.ts';
import { seed } from '../../server/store/seed.ts';
import type { Store } from '../../server/store/store.ts';
import { newPeople } from '../../server/usecases/people/people.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { readOffice } from '../../server/usecases/sample-office/read-office.ts';
import { root } from '../house/sources.ts';
import { fastScrypt } from '../http/fast-scrypt.ts';
import { memoryStore } from '../http/service.ts';
import { openedRules } from '../opened-rules.ts';

const text = readFileSync(join(root, 'rules/samples/office.yaml'), 'utf8');
const office = readOffice(text, 'office.yaml');
/** The same with the first drafts alone. */
const few = { ...office, drafts: office.drafts.slice(0, 2) };

/** A store with the rules that the sample office works on. */
async function store(): Promise<Store> {
  const made = await memoryStore();
  await seed(made, await openedRules(join(root, 'rules'), true), { by: 'dixian', at: '2019-01-01T00:00:00Z' });
  return made;
}

/** A start of the service that gets as far as the sample office. @param desk the store as the start sees it */
function begin(desk: Store, sample = few) {
  const book = new RuleBook(desk);
  const people = newPeople({
    desk,
    now: () => new Date('2019-07-01T00:00:00Z'),
    clock: () => performance.now(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    scrypt: fastScrypt,
    places: () => book.registry(),
  });
  return openingAct(people, book, 256 * 1024, sample, null);
}

/** A store that is gone after so many acts, as a process that is killed leaves it. */
function goneAfter(whole: Store, acts: number): Store {
  let left = acts;
  return new Proxy(whole, {
    get(target, name) {
      if (name === 'act') {
        return async (act: Parameters<Store['act']>[0]) => {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return target.act(act);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('a demonstration’s first start', () => {
  it('plays the office once, and the next start finds it', async () => {
    const desk = await store();
    expect(await begin(desk)).toEqual({ played: 'played', because: [] });
    expect(await begin(desk)).toEqual({ played: 'kept', because: [] });
  });

  it('that is stopped at any act either leaves nothing or somebody who can sign in, and the next start says so', async () => {
    const found: string[] = [];
    for (let acts = 0; found.at(-1) !== 'kept'; acts += 1) {
      const desk = await store();
      await begin(goneAfter(desk, acts)).catch((error: Error) => expect(error.message).toBe('killed'));
      const { played } = await begin(desk);
      if (played !== 'played') expect(await desk.row('accounts', 'D-001')).not.toBeNull();
      found.push(played);
    }
    expect([...new Set(found)]).toEqual(['played', 'stopped', 'kept']);
    expect(found.filter((played) => played === 'stopped').length).toBeGreaterThan(10);
  });

  it('says which step was refused, and why', async () => {
    const drafts = few.drafts.map((draft, index) =>
      index === 1 ? { ...draft, steps: draft.steps.filter((step) => step.do !== 'approve') } : draft,
    );
    const act = await begin(await store(), { ...few, drafts });
    const lines = signIns(act, few).map(({ code, args }) => say(code, args, 'zh').message);
    expect(lines[0]).toContain('演示数据未全部建立');
    expect(lines[1]).toBe('演示草稿第 2 份的第 3 步（S-201；0 为起草）未能进行：');
    expect(act.because.at(-1)?.code).toBe('draftState');
    expect(lines.at(-1)).toContain('A-101');
  });
});

describe('a file of sample people', () => {
  it.each([
    ['madeUp: true\n', '', 'missingKey'],
    ['staffNumber: G-101, ', 'staffNumber: 1, ', 'wrongType'],
    ['role: analyst', 'role: king', 'notOneOf'],
    ['do: submit', 'do: bribe', 'notOneOf'],
    ['date: 2019-07-01', 'date: 2019-07-32', 'notADate'],
  ])('with %j as %j is refused where it stands', (good, bad, code) => {
    expect.assertions(2);
    try {
      readOffice(text.replace(good, bad), 'office.yaml');
    } catch (error) {
      const { findings } = error as { findings: { code: string; at: { line: number; file: string } }[] };
      expect(findings[0]).toMatchObject({ code, at: { file: 'office.yaml' } });
      expect(findings[0]?.at.line).toBeGreaterThan(0);
    }
  });

  it('of another kind is named by it', () => {
    const city = readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8');
    expect(() => readOffice(city, 'city.yaml')).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ code: 'sampleOfficeKind' })] }),
    );
  });
});
