import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '../../server/usecases/configuration/settings.ts';
import { root } from '../house/sources.ts';
import { read } from '../usecases/configuration/read.ts';

const text = readFileSync(join(root, 'deploy/configuration.yaml'), 'utf8');

/** The example with every setting that is commented out taken in: those have no space after the #. */
const full = text.replace(/^#(?=[a-z]| {2})/gm, '');

describe('the example configuration', () => {
  it('can be used as it stands', () => {
    expect(read(text).configuration).toMatchObject({ host: '127.0.0.1', port: 8080, keys: [] });
  });

  it('shows every setting but the clock, which no service sets', () => {
    const shown = [...read(full).origins].filter(([, { kind }]) => kind === 'file').map(([path]) => path);
    expect(shown).toEqual(settings.map(({ path }) => path).filter((path) => path !== 'now'));
  });

  it('shows the defaults where there are constant ones', () => {
    const { configuration } = read(full);
    for (const { path, steps, schema } of settings) {
      // Their point is to be changed.
      if (schema.default === undefined || path === 'keys' || path === 'trustedProxies') continue;
      const value = steps.reduce<unknown>((map, step) => Reflect.get(Object(map), step), configuration);
      expect(value, path).toEqual(schema.default);
    }
  });

  it('shows keys of both sorts, with hashes that are nobody’s', () => {
    const { keys } = read(full).configuration;
    expect(keys.map(({ scopes }) => scopes)).toEqual([['evaluate', 'read'], ['metrics']]);
    for (const { hash } of keys) expect(hash).toMatch(/^sha256:(.)\1{63}$/);
  });
});
