import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, keyFrom } from '../../server/access/api-key.ts';
import { accessOf, isIdentity } from '../../server/access/identify.ts';
import { say } from '../../server/domain/messages/index.ts';

const keyOf = (byte: number) => keyFrom(new Uint8Array(32).fill(byte));
const [hospital, insurer, former, gone] = [keyOf(1), keyOf(2), keyOf(3), keyOf(4)];
const keys = [
  { name: 'hospital', hash: hashOf(hospital), scopes: ['evaluate' as const], jurisdictions: ['371525'] },
  { name: 'insurer', hash: hashOf(insurer), scopes: ['evaluate' as const, 'read' as const] },
  { name: 'former', hash: hashOf(former), scopes: ['read' as const], expires: '2026-06-30' },
  { name: 'gone', hash: hashOf(gone), scopes: ['read' as const], revoked: true, expires: '2026-06-30' },
];
const now = new Date('2026-06-01T00:00:00Z');
const access = accessOf(keys);
const codeOf = (header: string | undefined, at = now) => {
  const answer = access.identify(header, at);
  return isIdentity(answer) ? answer.kind : answer.code;
};

describe('without keys', () => {
  const open = accessOf(keys, false);

  it('everyone is let in who sends none', () => {
    expect(accessOf([]).open).toBe(true);
    expect(open.open).toBe(true);
    for (const header of [undefined, '', 'Basic x', 'Bearer'])
      expect(open.identify(header, now)).toEqual({ kind: 'open' });
  });

  it.each([
    ['Bearer garbage', 'keyMalformed'],
    [`bearer ${keyOf(9)}`, 'keyUnknown'],
    [`Bearer ${gone}`, 'keyRevoked'],
    [`Bearer ${hospital}`, 'hospital'],
  ])('one that is sent is looked at: %s is %s', (header, told) => {
    const answer = open.identify(header, now);
    expect(isIdentity(answer) ? answer.kind === 'key' && answer.name : answer.code).toBe(told);
  });
});

describe('with keys', () => {
  it('the holder of one is known by its name, with what it is good for', () => {
    expect(access.open).toBe(false);
    expect(access.identify(`Bearer ${hospital}`, now)).toEqual({
      kind: 'key',
      name: 'hospital',
      scopes: new Set(['evaluate']),
      jurisdictions: new Set(['371525']),
    });
    expect(access.identify(`bearer ${insurer}`, now)).toMatchObject({ name: 'insurer', jurisdictions: null });
  });

  it.each([
    [undefined, 'keyMissing'],
    ['', 'keyMissing'],
    [hospital, 'keyMalformed'],
    [`Basic ${hospital}`, 'keyMalformed'],
    [`Bearer  ${hospital}`, 'keyMalformed'],
    [`Bearer ${hospital}x`, 'keyMalformed'],
    [`Bearer ${hospital.slice(0, -1)}`, 'keyMalformed'],
    [`Bearer ${hospital.replace('dixian', 'Dixian')}`, 'keyMalformed'],
    [`Bearer ${'a'.repeat(1_000_000)}`, 'keyMalformed'],
    [`Bearer ${keyOf(9)}`, 'keyUnknown'],
    [`Bearer ${gone}`, 'keyRevoked'],
  ])('%s is told %s', (header, code) => {
    expect(codeOf(header)).toBe(code);
  });

  it('one may be good to the last day there is', () => {
    const { identify } = accessOf([{ name: 'long', hash: hashOf(insurer), scopes: ['read'], expires: '9999-12-31' }]);
    expect(identify(`Bearer ${insurer}`, now)).toMatchObject({ kind: 'key', name: 'long' });
  });

  it('one is good to the end of its last day in Asia/Shanghai, and no longer', () => {
    expect(codeOf(`Bearer ${former}`, new Date('2026-06-30T15:59:59.999Z'))).toBe('key');
    expect(codeOf(`Bearer ${former}`, new Date('2026-06-30T16:00:00.000Z'))).toBe('keyExpired');
  });

  it('a hash is no key: who reads the configuration cannot use what stands there', () => {
    expect(codeOf(`Bearer ${hashOf(hospital)}`)).toBe('keyMalformed');
    expect(codeOf(`Bearer dixian_${hashOf(hospital).slice(7, 50)}`)).toBe('keyUnknown');
  });

  it('a single other character is another key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 49 }), fc.constantFrom(...'AQgw09_-'), (at, character) => {
        const changed = `${insurer.slice(0, at)}${character}${insurer.slice(at + 1)}`;
        expect(codeOf(`Bearer ${changed}`)).toBe(changed === insurer ? 'key' : 'keyUnknown');
      }),
    );
  });

  it('no answer and no words of it repeat what was sent', () => {
    const header = fc.oneof(
      fc.constantFrom(hospital, former, gone, keyOf(9)).map((key) => `Bearer ${key}`),
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map((random) => `Bearer ${keyFrom(random)}`),
      fc.string({ minLength: 8, maxLength: 300 }),
    );
    fc.assert(
      fc.property(header, (sent) => {
        const answer = access.identify(sent, new Date('2027-01-01T00:00:00Z'));
        const secret = sent.startsWith('Bearer dixian_') ? sent.slice('Bearer dixian_'.length) : sent;
        const said = isIdentity(answer)
          ? JSON.stringify(answer)
          : JSON.stringify([answer, say(answer.code, answer.args, 'zh'), say(answer.code, answer.args, 'en')]);
        if (secret.length > 7) expect(said).not.toContain(secret);
      }),
    );
  });
});
