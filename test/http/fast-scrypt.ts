import { scrypt } from 'node:crypto';
import type { Scrypt } from '../../server/access/password-hash.ts';

/** scrypt at the least cost there is, whatever cost is asked for: for tests that are not about the cost. */
export const fastScrypt: Scrypt = (password, salt, _cost, length) =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, length, { N: 2, r: 1, p: 1 }, (error, hash) => (error ? reject(error) : resolve(hash)));
  });

/** scrypt at the cost that is asked for. */
export const fullScrypt: Scrypt = (password, salt, { n, r, p }, length) =>
  new Promise((resolve, reject) => {
    const cost = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(password, salt, length, cost, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
