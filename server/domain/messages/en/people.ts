import type { Message } from '../index.ts';

/** Words for accounts, sessions, passwords, roles and keys. No password, key or link ever stands in any. */
export const people = {
  sessionEnded: { message: 'the session has ended', help: 'sign in again: POST /api/v1/session' },
  signedInAsAnother: {
    message: 'somebody else is signed in by now; nothing was done',
    help: 'sign in again, then do it again',
  },
  signInFailed: {
    message: 'staff number or password is wrong, or the account may not sign in',
    help: 'check both; who forgot the password asks an administrator for another invitation',
  },
  signInTooSoon: { message: 'too many failed attempts to sign in; come again in {seconds} seconds' },
  signInBusy: { message: 'too many passwords are being looked at; come again in a moment' },
  originMissing: {
    message: 'a change that is made by a cookie has to say which page it comes from',
    help: 'send the header Origin with this service’s own address ({expected})',
  },
  originForeign: {
    message: 'the request comes from another site ({origin})',
    help: 'only requests from {expected} are taken',
  },
  passwordTooShort: { message: 'the password is too short: {length} characters', help: 'at least {least} characters' },
  passwordTooLong: { message: 'the password is too long: {length} characters', help: 'at most {most} characters' },
  passwordCommon: {
    message: 'the password is one that many use',
    help: 'take another that nobody guesses; a few unrelated words in a row are good',
  },
  passwordTellsWho: { message: 'the password holds the staff number or the name', help: 'take one with neither' },
  passwordSame: { message: 'the new password is the old one', help: 'take another' },
  passwordWrong: { message: 'the present password is wrong', help: 'check it and try again' },
  invitationUnknown: {
    message: 'the invitation is not known, has been used, or is over',
    help: 'ask an administrator for another',
  },
  setUpDone: {
    message: 'there are accounts already; the first set-up is over',
    help: 'ask an administrator for an account',
  },
  setUpTokenWrong: { message: 'this is not the set-up link', help: 'use the one that was printed at this start' },
  accountUnknown: { message: 'there is no account with staff number {staffNumber}' },
  accountExists: {
    message: 'there is an account with staff number {staffNumber} already',
    help: 'a staff number is never given again; change that account',
  },
  ownAccount: { message: 'nobody changes their own account ({fields})', help: 'another administrator can' },
  lastAdministrator: {
    message: 'this is the last administrator who can sign in',
    help: 'make another first, and wait until they have chosen a password',
  },
  revisionMoved: {
    message: 'it has been changed meanwhile (revision {revision})',
    help: 'read it again and decide anew',
  },
  ifMatchMissing: {
    message: 'the header {name} is missing',
    help: 'send the ETag that it was read with, so that nobody’s change is lost',
  },
  ifMatchMalformed: {
    message: '{name} is not an ETag as answers give it: {given}',
    help: 'a number in quotes, such as "3"',
  },
  staffNumberMalformed: {
    message: 'not a staff number: {value}',
    help: '2 to 32 capital letters, digits and hyphens, the first no hyphen',
  },
  accountNameLength: { message: 'a name has 1 to {most} characters and no control characters' },
  grantRoleUnknown: { message: 'there is no role {value}', help: 'roles there are: {known}' },
  grantPlace: { message: 'the role {role} names the code of {place}: {value}' },
  grantPlaceNone: { message: 'the role {role} is held for no place; leave the code out' },
  grantTwice: { message: 'the same role is given twice' },
  administratorNoPolicy: {
    message: 'an administrator has accounts and keys, and no other role',
    help: 'leave out one or the other',
  },
  accountNothingToDo: { message: 'nothing is said that is to change', help: 'fields there are: {known}' },
  apiKeyUnknown: { message: 'there is no issued key {name}', help: 'keys of the configuration file are changed there' },
  apiKeyExists: {
    message: 'there is a key {name} already',
    help: 'a name is never given again, not even a revoked key’s',
  },
  apiKeyNameMalformed: {
    message: 'not a key’s name: {value}',
    help: '1 to 64 letters, digits, dots, underscores and hyphens',
  },
  apiKeyScopeUnknown: { message: 'there is no scope {value}', help: 'there are {known}; each once' },
  apiKeyExpired: { message: 'the last day is over: {value}' },
  placeCounty: { message: 'a county' },
  placeCity: { message: 'a city' },
  placeKnown: { message: 'a city or county' },
  setUpLink: { message: 'there is no account yet; to begin, open (it works once): {link}' },
  invitationLink: { message: 'invitation for {name} ({staffNumber}), works once, until {expires}: {link}' },
  helpUser: {
    message: 'accounts: user add STAFFNUMBER, of 2 to 32 capital letters, digits and hyphens, the first no hyphen',
  },
  helpUserName: { message: 'the person’s name, at most {most} characters' },
  helpUserRole: {
    message:
      'a role, as often as there are, {most} times at most: countyEditor@990101; administrator and analyst need no @CODE',
  },
  cliUserVerb: { message: 'no such verb: {value}', help: 'there is: add' },
  cliRoleMalformed: {
    message: 'not how a role is written: {value}',
    help: 'write ROLE@CODE, such as countyEditor@990101',
  },
} as const satisfies Record<string, Message>;
