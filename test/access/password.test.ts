import { describe, expect, it } from 'vitest';
import { passwordFault } from '../../server/access/password.ts';
import { hashPassword, isPassword } from '../../server/access/password-hash.ts';
import { fullScrypt } from '../http/fast-scrypt.ts';

const whose = { staffNumber: 'LC-2041', name: '王小明' };
const fault = (password: string) => passwordFault(password, whose)?.code ?? null;

describe('a password', () => {
  it.each([
    ['nine chars', 'abcdefgh!', 'passwordTooShort'],
    ['nine Chinese characters', '青山绿水长流过九桥', 'passwordTooShort'],
    ['129 characters', 'lantern '.repeat(17), 'passwordTooLong'],
    ['the staff number in it', 'my card is lc2041!', 'passwordTellsWho'],
    ['the name in it', '我是王小明 and more', 'passwordTellsWho'],
    ['a common word with a year', 'Password2024!', 'passwordCommon'],
    ['a common word in front of signs', '!!administrator!!', 'passwordCommon'],
    ['a walk along the keys', 'qwertyuiop', 'passwordCommon'],
    ['a walk backwards', '9876543210', 'passwordCommon'],
    ['the same piece again', 'abc1abc1abc1', 'passwordCommon'],
    ['a common piece again', 'admin1admin1', 'passwordCommon'],
    ['three characters', 'ababacabab', 'passwordCommon'],
    ['ten unlike ones', 'k3-lantern', null],
    ['Chinese words', '青山绿水长流过九座桥', null],
  ])('of %s: %s', (_, password, code) => {
    expect(fault(password)).toBe(code);
  });

  it('is told of without being repeated', () => {
    for (const password of ['short-1', 'Password2024!', '我是王小明 and more'])
      expect(JSON.stringify(passwordFault(password, whose))).not.toContain(password);
  });

  it('is hashed by scrypt with a salt of its own, and found again however it was typed', async () => {
    const salt = (byte: number) => new Uint8Array(16).fill(byte);
    const one = await hashPassword(fullScrypt, 'Ｌantern café 九桥', salt(1));
    expect(one).toMatchObject({ n: 32_768, r: 8, p: 1 });
    expect((await hashPassword(fullScrypt, 'Ｌantern café 九桥', salt(2))).hash).not.toBe(one.hash);
    expect(await isPassword(fullScrypt, 'Lantern cafe\u0301 九桥', one)).toBe(true);
    expect(await isPassword(fullScrypt, 'lantern café 九桥', one)).toBe(false);
  });
});
