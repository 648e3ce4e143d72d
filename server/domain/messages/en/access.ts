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
  personNeeded: {
    message: 'this is done by people who have signed in',
    help: 'sign in with staff number and password first: POST /api/v1/session; no key stands in for a person',
  },
  roleMayNot: { message: 'your roles ({roles}) do not cover this', help: 'roles that do: {needed}' },
  roleCountyEditor: { message: 'county editor' },
  roleCountyReviewer: { message: 'county reviewer' },
  roleCityEditor: { message: 'city editor' },
  roleCityReviewer: { message: 'city reviewer' },
  roleAnalyst: { message: 'analyst' },
  roleAdministrator: { message: 'administrator' },
  hidden: { message: 'there is no such thing, or it is another jurisdiction’s and not public yet' },
  keyOnly: {
    message: 'this takes a key (with {scope}), not somebody signed in',
    help: 'send the header Authorization: Bearer KEY',
  },
} as const satisfies Record<string, Message>;
