import type { Message } from '../index.ts';

/** What is said to whoever uses the library. */
export const library = {
  libraryWrongKind: { message: 'wanted here: {wanted}, given: {given}', help: 'check which document is handed in' },
  libraryOtherJurisdiction: {
    message: 'jurisdiction {given} is not that of the rules, {jurisdiction}',
    help: 'use the rules of that jurisdiction, or leave it out',
  },
  libraryNotJson: {
    message: 'this cannot be written as JSON: {reason}',
    help: 'only objects, arrays, texts, numbers, true, false and null',
  },
  libraryOption: { message: '{name} is {given}, and should be {wanted}', help: 'check the options that are handed in' },
  libraryDocument: { message: 'a YAML text or an object' },
  libraryLanguage: { message: 'zh or en' },
  libraryOptionAlone: { message: '{name} is given without {other}', help: 'add {other}, or leave {name} out' },
} as const satisfies Record<string, Message>;
