import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, keyFrom } from '../../../server/access/api-key.ts';
import { en } from '../../../server/domain/messages/en/index.ts';
import { type Message, type MessageCode, say } from '../../../server/domain/messages/index.ts';
import { zh } from '../../../server/domain/messages/zh/index.ts';
import { settings } from '../../../server/usecases/configuration/settings.ts';
import { defaults, mistakes, read, told } from './read.ts';

const hash = (byte: number) => hashOf(keyFrom(new Uint8Array(32).fill(byte)));
const entry = (name: string, byte: number) => `  - {name: ${name}, hash: "${hash(byte)}", scopes: [evaluate]}\n`;

describe('a configuration', () => {
  it('of nothing at all has every setting, by its default', () => {
    for (const text of [null, '', '# only words\n', '{}']) {
      const { configuration, warnings } = read(text);
      expect(warnings).toEqual([]);
      expect(configuration).toMatchObject({
        ...{ host: '127.0.0.1', port: 8080, data: './data', rules: './rules', now: null, workers: 3, keys: [] },
        ...{ trustedProxies: 0, metrics: 'key', log: { level: 'info', requests: false } },
        limits: { bodyBytes: 1_048_576, memoryMegabytes: 700, requestsPerSecond: 0, burst: 1 },
      });
      for (const { steps, path } of settings) {
        const value = steps.reduce<unknown>((map, step) => Reflect.get(Object(map), step), configuration);
        expect(value, path).not.toBeUndefined();
      }
    }
  });

  it('cannot be changed once it is read', () => {
    const { configuration } = read(`keys:\n${entry('a', 1)}`);
    for (const part of [configuration, configuration.limits, configuration.keys, configuration.keys[0]?.scopes])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('takes options over variables over the file over defaults, setting by setting, and says which', () => {
    const text = 'data: /from/file\nrules: /from/file\nport: 1\nlimits:\n  claims: 5\n  burst: 7\n';
    const environment = { DIXIAN_DATA: '/from/variable', PORT: '2', DIXIAN_LIMITS_CLAIMS: '6' };
    const { configuration, origins } = read(text, environment, { data: '/from/option' });
    expect(configuration).toMatchObject({
      ...{ data: '/from/option', rules: '/from/file', port: 2, workers: 3, host: '127.0.0.1' },
      limits: { claims: 6, burst: 7, connections: 2000 },
    });
    expect(Object.fromEntries(origins)).toMatchObject({
      data: { kind: 'option', name: '--data' },
      rules: { kind: 'file', line: 2 },
      port: { kind: 'variable', name: 'PORT' },
      'limits.claims': { kind: 'variable', name: 'DIXIAN_LIMITS_CLAIMS' },
      'limits.burst': { kind: 'file', line: 6 },
      workers: { kind: 'derived' },
      host: { kind: 'default' },
    });
  });

  it('lets a burst be as large as what may come in a second, unless said', () => {
    expect(read('limits: {requestsPerSecond: 40}').configuration.limits.burst).toBe(40);
    expect(read('limits: {requestsPerSecond: 40, burst: 3}').configuration.limits.burst).toBe(3);
  });
});

describe('a variable', () => {
  it('exists for every setting, each with a name of its own', () => {
    const names = settings.map(({ variable }) => variable);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['HOST', 'PORT', 'DIXIAN_DATA', 'DIXIAN_NOW']));
    expect(names).toContain('DIXIAN_LIMITS_BODY_BYTES');
    for (const name of names) expect(name).toMatch(/^(HOST|PORT|DIXIAN(_[A-Z]+)+)$/);
  });

  it('sets what the file would: text as it stands, anything else as YAML', () => {
    const environment = {
      DIXIAN_DATA: '007',
      DIXIAN_LOG_REQUESTS: 'true',
      DIXIAN_KEYS: `[{"name": "a", "hash": "${hash(1)}", "scopes": ["read"]}]`,
    };
    expect(read(null, environment).configuration).toMatchObject({
      data: '007',
      log: { requests: true },
      keys: [{ name: 'a', scopes: ['read'] }],
    });
  });

  it('that is empty sets nothing', () => {
    expect(read('port: 1', { PORT: '', DIXIAN_NOW: '' }).configuration).toMatchObject({ port: 1, now: null });
  });

  it('that begins like ours and is none gets a warning, with the one that was meant', () => {
    const environment = {
      ...{
        DIXIAN_LIMITS_BODYBYTES: '1',
        DIXIAN_HOST: 'x',
        DIXIAN_QUITE_ELSE: '',
        DIXIAN_CONFIG: 'c',
        DIXIAN_DEBUG: '',
      },
      ...{ PATH: '/bin', DIXIANA: 'x' },
    };
    const { warnings } = read(null, environment);
    expect(warnings.map(({ at, args }) => [at?.variable, Object(args.meant).en ?? args.meant])).toEqual([
      ['DIXIAN_HOST', 'Did you mean HOST? '],
      ['DIXIAN_LIMITS_BODYBYTES', 'Did you mean DIXIAN_LIMITS_BODY_BYTES? '],
      ['DIXIAN_QUITE_ELSE', ''],
    ]);
  });
});

it.each([
  ['https://Dixian.Example:443', 'https://dixian.example'],
  ['http://LocalHost:8080', 'http://localhost:8080'],
])('the address %s is taken as browsers send it', (written, sent) => {
  expect(read(`origin: ${written}`).configuration.origin).toBe(sent);
});

describe('mistakes', () => {
  it('are told all at once, each at its line and column or with its variable', () => {
    const text = [
      'port: 80800',
      'limit: {}',
      'limits:',
      '  bodybytes: 12',
      '  headerSeconds: 0.5',
      'log: {level: loud}',
      'now: soon',
      'keys:',
      '  - {name: "a b", hash: abc, scopes: [write], expires: 2026-02-30, jurisdictions: [371525]}',
    ].join('\n');
    const environment = { DIXIAN_LIMITS_CLAIMS: 'many', PORT: '-1', DIXIAN_KEYS: '[', DIXIAN_NOTHING: 'x' };
    expect(told(text, environment)).toEqual([
      ...['1:7 outOfRange', '2:1 unknownKey', '4:3 unknownKey', '5:18 wrongType', '6:14 notOneOf'],
      ...['7:6 configurationNotInstant', '9:12 keyNameMalformed', '9:25 keyHashMalformed', '9:39 notOneOf'],
      ...['9:56 notADate', '9:84 codeUnquoted'],
      ...['DIXIAN_KEYS yamlBracket', 'PORT outOfRange', 'DIXIAN_LIMITS_CLAIMS wrongType'],
      'DIXIAN_NOTHING variableUnknown',
    ]);
  });

  it.each([
    ['port: 0x50', '1:7 numberForm'],
    ['port: !!str 1', '1:13 tagRefused'],
    ['port: 1\nport: 2', '2:1 keyTwice'],
    ['limits:\n\tclaims: 1', '2:1 yamlTab'],
    ['limits:', '1:1 wrongType'],
    ['- port: 1', '1:1 wrongType'],
    ['now: 2019-06-01T08:00:00', '1:6 configurationNotInstant'],
    [`keys:\n${entry('a', 1)}${entry('b', 2)}${entry('a', 3)}`, '4:12 keyNameTwice'],
    [`keys:\n${entry('a', 1)}${entry('b', 1)}`, '3:21 keyHashTwice'],
    ['keys: [{name: a, scopes: [read]}]', '1:8 missingKey'],
    ['host: a b', '1:7 configurationNotHost'],
    ['host: "127.0.0.1:8080"', '1:7 configurationNotHost'],
    ['origin: dixian.example', '1:9 configurationNotOrigin'],
    ['origin: https://dixian.example:99999', '1:9 configurationNotOrigin'],
    ['limits:\n  headerSeconds: 60\n', '2:18 bodyBeforeHeader'],
    ['limits:\n  headerSeconds: 60\n  bodySeconds: 20', '3:16 bodyBeforeHeader'],
  ])('%j is told as %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('between file and variable are told where the later of both stands', () => {
    expect(told('limits: {headerSeconds: 60}', { DIXIAN_LIMITS_BODY_SECONDS: '5' })).toEqual([
      'DIXIAN_LIMITS_BODY_SECONDS bodyBeforeHeader',
    ]);
  });

  it('have words in both languages without a placeholder left open', () => {
    const findings = [
      ...mistakes('port: x\nnow: soon\nlimit: 1', { DIXIAN_DATAS: 'x', DIXIAN_WORKERS: '1e5' }),
      ...mistakes('', { DIXIAN_ORIGIN: 'https://x.example/path' }),
      ...mistakes(`keys:\n${entry('a', 1)}${entry('a', 1)}\nlimits: {headerSeconds: 60}`),
    ];
    expect(findings.length).toBeGreaterThan(7);
    for (const { code, args } of findings) {
      for (const language of ['zh', 'en'] as const) {
        const { message, help } = say(code, args, language);
        expect(message).not.toBe(code);
        const { [code as MessageCode]: words } = { zh, en }[language] as Record<MessageCode, Message>;
        const named = [...`${words.message} ${words.help ?? ''}`.matchAll(/\{(\w+)/g)].map(([, name]) => name);
        expect(Object.keys(args)).toEqual(expect.arrayContaining(named));
        expect(`${message} ${help}`).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object/);
      }
    }
  });
});

describe('a key that was pasted', () => {
  const key = keyFrom(Uint8Array.from({ length: 32 }, (_, index) => 7 * index + 3));
  const random = key.slice('dixian_'.length);

  it('in the place of its hash is refused with the way to make one', () => {
    expect(told(`keys: [{name: a, hash: ${key}, scopes: [read]}]`)).toEqual(['1:24 keyInTheOpen']);
    expect(told(`keys: [{name: ${key}, hash: "${hash(1)}", scopes: [read]}]`)).toEqual(['1:15 keyInTheOpen']);
    expect(say('keyInTheOpen', {}, 'en').help).toMatch(/dixian key.*sha256sum/);
  });

  it('anywhere in file or variables is repeated by no finding', () => {
    const places = [
      'keys: KEY',
      'keys: [KEY]',
      'keys: {KEY: read}',
      'keys: [{name: a, KEY: b, hash: c, scopes: [KEY], expires: KEY, jurisdictions: [KEY], revoked: KEY}]',
      'keys: [{name: "Bearer KEY", hash: "sha256:KEY", scopes: KEY}]',
      'KEY',
      'KEY: KEY',
      'port: KEY\nhost: [KEY]\nnow: KEY\nlog: {level: KEY, KEY: 1}\nlimits: {claims: KEY}',
      'keys: !KEY 1',
      'keys: *KEY',
      'keys: [1, {KEY: 1, KEY: 2}]',
      'keys: "KEY',
    ];
    const variables = ['DIXIAN_KEYS', 'PORT', 'DIXIAN_NOW', 'DIXIAN_LOG_LEVEL', 'DIXIAN_LIMITS_CLAIMS'];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...variables),
        fc.constantFrom(key, random, key.slice(0, 30)),
        (place, variable, secret) => {
          const text = place.replaceAll('KEY', secret);
          for (const findings of [mistakes(text), mistakes(null, { [variable]: text })]) {
            expect(findings.length).toBeGreaterThan(0);
            expect(JSON.stringify(findings)).not.toContain(secret.replace('dixian_', ''));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('derived defaults are those that the machine has', () => {
  expect(read(null).configuration).toMatchObject({ workers: defaults.workers });
  expect(read(null).origins.get('limits.memoryMegabytes')).toEqual({ kind: 'derived' });
});
