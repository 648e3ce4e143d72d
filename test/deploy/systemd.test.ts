import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/sources.ts';
import { read } from '../usecases/configuration/read.ts';

const text = readFileSync(join(root, 'deploy/dixian.service'), 'utf8');

/** What the unit says of a word, all that it says of it. */
const all = (word: string) => [...text.matchAll(new RegExp(`^${word}=(.*)$`, 'gm'))].map(([, value]) => value ?? '');

describe('the systemd unit', () => {
  it('starts the command of the package', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: { dixian: string } };
    expect(all('ExecStart')).toEqual([`/usr/bin/node /opt/dixian/${bin.dixian} serve`]);
  });

  it('sets variables that there are, and data where it may write', () => {
    const environment = Object.fromEntries(all('Environment').map((pair) => pair.split('=')));
    expect(read(null, environment).warnings).toEqual([]);
    expect(read(null, environment).configuration.data).toBe(`/var/lib/${all('StateDirectory')[0]}`);
  });

  it('gives the service time to stop, and does not start a mistaken configuration again and again', () => {
    expect(Number(all('TimeoutStopSec')[0])).toBeGreaterThan(read(null).configuration.limits.stopSeconds);
    expect(all('Restart')).toEqual(['on-failure']);
    expect(all('RestartPreventExitStatus')).toEqual(['2']);
  });

  it('leaves the service no more rights than it needs', () => {
    for (const [word, value] of [
      ['DynamicUser', 'yes'],
      ['NoNewPrivileges', 'yes'],
      ['ProtectSystem', 'strict'],
      ['CapabilityBoundingSet', ''],
    ] as const)
      expect(all(word), word).toEqual([value]);
    expect(all('MemoryMax')).toHaveLength(1);
    // V8 could not compile.
    expect(all('MemoryDenyWriteExecute')).toEqual([]);
  });
});
