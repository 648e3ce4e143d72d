import { describe, expect, it } from 'vitest';
import { newAccountIn } from '../../server/usecases/people/account-request.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { openedRules } from '../opened-rules.ts';
import { runHere } from './in-process.ts';

/** What help says of an option, its lines joined. */
async function said(command: string, option: string, lang: string): Promise<string> {
  const { out } = await runHere([command, '--help', '--lang', lang]);
  const [, words = ''] = new RegExp(`\\n {2}${option} [\\s\\S]*?>\\s+([\\s\\S]*?)\\n {2}-`).exec(out) ?? [];
  return words.replaceAll(/\s+/g, ' ');
}

const most = async (command: string, option: string) => {
  const numbers = async (lang: string) => (await said(command, option, lang)).match(/\d+/g)?.map(Number) ?? [];
  const [zh, en] = [await numbers('zh'), await numbers('en')];
  expect(zh).toEqual(en);
  return zh;
};

/** Whether the command gets past its options: there is no such file, but nothing is wrong with the option. */
const takes = async (args: readonly string[], option: string) => !(await runHere([...args])).err.includes(option);

describe('the help of a command', () => {
  it.each([
    ['edges', '--limit', ['x.yaml', 'y.yaml'], 1, 1000],
    ['prove', '--seconds', ['x.yaml', 'y.yaml'], 1, 86_400],
    ['evaluate', '--workers', ['x.json'], 1, 256],
  ] as const)('says how much %s %s takes, which is what it takes', async (command, option, files, least, greatest) => {
    expect(await most(command, option)).toEqual(expect.arrayContaining([least, greatest]));
    const given = (value: number) => takes([command, ...files, option, String(value)], option);
    expect([await given(least), await given(greatest)]).toEqual([true, true]);
    expect([await given(least - 1), await given(greatest + 1)]).toEqual([false, false]);
  });

  it('says how long a key’s name is, and for how many jurisdictions it may be', async () => {
    const [longest = 0] = await most('key', '--name');
    const [codes = 0] = await most('key', '--jurisdictions');
    const code = async (...args: readonly string[]) => (await runHere(['key', ...args])).code;
    const named = (length: number) => code('--name', 'a'.repeat(length));
    expect([longest, await named(longest), await named(longest + 1)]).toEqual([64, 0, 2]);
    const limited = (count: number) =>
      code('--name', 'a', '--jurisdictions', Array.from({ length: count }, (_, at) => 100_000 + at).join(','));
    expect([codes, await limited(codes), await limited(codes + 1)]).toEqual([1000, 0, 2]);
  });

  it('says how long a person’s name is, and how many roles they may have', async () => {
    const [longest = 0] = await most('user', '--name');
    const [roles = 0] = (await most('user', '--role')).filter((one) => one !== 990_101);
    const places = await new RuleBook(await openedRules('rules')).registry();
    const codes = places.all.map(({ code }) => code);
    const account = (length: number, count: number) => () => {
      const grants = Array.from({ length: count }, (_, at) => ({
        role: ['countyEditor', 'countyReviewer', 'cityReviewer', 'analyst'][Math.floor(at / codes.length)],
        jurisdiction: codes[at % codes.length],
      }));
      return newAccountIn({ staffNumber: 'A-1', name: 'x'.repeat(length), grants }, places);
    };
    expect([longest, roles]).toEqual([64, 50]);
    expect(account(longest + 1, 1)).toThrow(/accountNameLength/);
    expect(account(longest, roles + 1)).toThrow(/requestTooMany/);
    expect(account(longest, 1)).not.toThrow(/accountNameLength/);
    expect(account(longest, roles)).not.toThrow(/requestTooMany/);
  });
});
