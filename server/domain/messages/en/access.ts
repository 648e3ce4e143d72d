import type { Message } from '../index.ts';

/** Words for who may do what. A key itself never stands in any. */
export const access = {
  keyMissing: { message: 'no key was shown', help: 'send the header Authorization: Bearer KEY' },
  keyMalformed: {
    message: 'the Authorization header does not hold a key',
    help: 'write Bearer, one space, and the key: dixian_ and 43 more characters',
  },
  keyUnknown: { message: 'the key is not known', help: 'check that it is complete, and meant for this service' },
  keyExpired: {
    message: 'the key "{name}" has expired; its last day was {expires}',
    help: 'ask whoever runs the service for another',
  },
  keyRevoked: { message: 'the key "{name}" has been revoked', help: 'ask whoever runs the service for another' },
  scopeMissing: {
    message: 'the key "{name}" does not cover this (it needs {scope})',
    help: 'it covers: {scopes}; ask whoever runs the service for more',
  },
  jurisdictionNotAllowed: {
    message: 'the key "{name}" does not cover jurisdiction {code}',
    help: 'it covers: {allowed}',
  },
} as const satisfies Record<string, Message>;
