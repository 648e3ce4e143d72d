import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { dixian, emptyFolder, start } from './dixian.ts';

let folder: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => folder.remove());

const data = () => `${folder.path}/data`;
const add = (...args: readonly string[]) => dixian(['user', 'add', ...args, '--lang', 'en'], { cwd: folder.path });

describe('dixian user add', () => {
  it('makes an account in the data folder, and prints the link that its person chooses a password by', async () => {
    const made = await add('A-1', '--name', '李明', '--role', 'administrator');
    expect(made).toMatchObject({ code: 0, err: '' });
    const token = /http:\/\/127\.0\.0\.1:8080\/invitation#([A-Za-z0-9_-]{43})\n$/.exec(made.out)?.[1] ?? '';
    const more = await add('C-1', '--name', '王芳', '--role', 'countyEditor@371525', 'analyst', '--json');
    expect(JSON.parse(more.out)).toMatchObject({ staffNumber: 'C-1', name: '王芳' });
    const store = await openEmbedded(data(), { readOnly: true });
    const accounts = await store.rows('accounts');
    expect(accounts.map(({ row }) => [row.staffNumber, row.grants, row.password])).toEqual([
      ['A-1', [{ role: 'administrator', jurisdiction: null }], null],
      [
        'C-1',
        [
          { role: 'countyEditor', jurisdiction: '371525' },
          { role: 'analyst', jurisdiction: null },
        ],
        null,
      ],
    ]);
    expect(token).toHaveLength(43);
    expect(JSON.stringify(accounts)).not.toContain(token);
    await store.close();
  });

  it('tells what is wrong with its options, by their names', async () => {
    const wrong = await add('a 1', '--name', 'X', '--role', 'countyEditor', 'king@371525');
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toMatch(/staffNumber: not a staff number[\s\S]*--role: [\s\S]*--role: there is no role king/);
    expect((await add('A-1')).err).toContain('--name');
    expect((await dixian(['user', 'remove', 'A-1'], { cwd: folder.path })).code).toBe(2);
  });

  it('is no way round a service that runs', async () => {
    const child = start(['serve'], { cwd: folder.path, env: { PORT: '0' } });
    try {
      await new Promise<void>((resolve) => child.stdout?.on('data', (piece) => /#/.test(String(piece)) && resolve()));
      const refused = await add('A-1', '--name', 'X', '--role', 'administrator');
      expect([refused.code, refused.out, refused.err.includes(String(child.pid))]).toEqual([2, '', true]);
    } finally {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  });
});
