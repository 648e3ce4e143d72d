import { expect, it } from 'vitest';
import { isLoopback } from '../../server/access/loopback.ts';

it.each(['127.0.0.1', '127.0.1.1', '::1', 'localhost'])('%s is reached from this machine alone', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each([
  '0.0.0.0',
  '::',
  '10.0.0.1',
  '127.0.0.1.example.org',
  'localhost.example.org',
  '1127.0.0.1',
  '::ffff:10.0.0.1',
])('%s may be reached from elsewhere', (host) => {
  expect(isLoopback(host)).toBe(false);
});
