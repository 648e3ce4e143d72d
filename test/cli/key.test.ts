import { describe, expect, it } from 'vitest';
import { hashOf, isKey } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import { read } from '../usecases/configuration/read.ts';
import { runHere } from './in-process.ts';

const entryIn = (out: string) => out.slice(out.indexOf('  - name:'));

describe('dixian key', () => {
  it('shows a key once, and the entry that lets it in, which holds its hash alone', async () => {
    const args = ['--name', 'county-hospital', '--scopes', 'evaluate, read', '--jurisdictions', '371525,371522'];
    const { code, out, err } = await runHere(['key', ...args, '--expires', '2099-12-31']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const key = out.split('\n').find(isKey) ?? '';
    expect(out.split(key)).toHaveLength(2);
    const { keys } = read(`keys:\n${entryIn(out)}`).configuration;
    expect(keys).toEqual([
      {
        name: 'county-hospital',
        hash: hashOf(key),
        scopes: ['evaluate', 'read'],
        jurisdictions: ['371525', '371522'],
        expires: '2099-12-31',
      },
    ]);
    expect(accessOf(keys).identify(`Bearer ${key}`, new Date('2026-01-01'))).toMatchObject({ name: 'county-hospital' });
  });

  it('makes another key each time, good for evaluating unless said', async () => {
    const made = async () => {
      const { out } = await runHere(['key', '--name', 'a', '--json']);
      return JSON.parse(out) as { key: string; entry: { hash: string; scopes: unknown } };
    };
    const [first, second] = [await made(), await made()];
    expect(first.key).not.toBe(second.key);
    expect(first.entry).toEqual({ name: 'a', hash: hashOf(first.key), scopes: ['evaluate'] });
  });

  it('tells what is wrong with each option, and makes no key', async () => {
    const args = ['--name', 'a b', '--scopes', 'evaluate,write', '--jurisdictions', '37', '--expires', '2026-02-30'];
    const { code, out, err } = await runHere(['key', ...args, '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').map((line) => line.split(':')[0])).toEqual([
      ...['--name', '--scopes', '--jurisdictions', '--expires'],
      '',
    ]);
    expect((await runHere(['key'])).err).toContain('--name');
  });
});
