import type { Message } from '../index.ts';

/** Words for claims that do not fit the facts a rule set declares. */
export const claims = {
  claimNotMap: { message: 'A claim is an object, not {given}', help: 'Write {"type": …, …}' },
  claimTypeMissing: { message: 'The type of the claim is missing', help: 'Say it in type, one of: {known}' },
  claimTypeUnknown: { message: 'There is no such claim as {given}', help: '{meant}Known: {known}' },
  claimFieldUnknown: { message: 'There is nothing called “{field}”', help: '{meant}Known here: {known}' },
  claimCounterUnknown: {
    message: 'No rule or limit keeps a counter “{field}”; those kept: {known}',
    help: '{meant}Leave out what is not kept',
  },
  claimFieldMissing: { message: '“{label}” ({field}) is missing', help: 'It has to be given' },
  claimWrongType: { message: '“{label}” ({field}) should be {wanted} and is {given}', help: 'Make it {wanted}' },
  claimNotAnItem: { message: '“{label}” ({field}) has no item {given}', help: '{meant}Known: {known}' },
  claimOutOfRange: { message: '“{label}” ({field}) is {given} and out of range', help: 'It should be {wanted}' },
  claimNotMoney: {
    message: '“{label}” ({field}) is {given}, which is no amount',
    help: 'Write CNY with at most two decimals',
  },
  claimNotDecimal: {
    message: '“{label}” ({field}) is {given}, which has more decimals than {places}',
    help: 'Write it with no more decimals than {places}',
  },
  claimNotADate: {
    message: '“{label}” ({field}) is {given}, which is no real date',
    help: 'Write YYYY-MM-DD, such as 2019-06-01',
  },
  claimTooMany: { message: '“{label}” ({field}) takes at most {limit} items, {count} are given', help: 'Give fewer' },
  claimTooLong: {
    message: '“{label}” ({field}) takes at most {limit} characters, {count} are given',
    help: 'Shorten it',
  },
} as const satisfies Record<string, Message>;
