import type { Message } from '../index.ts';

/** Words for the service's configuration. */
export const configuration = {
  // mistakes in a configuration
  configurationNotInstant: {
    message: '{given} is neither a date nor an instant with a time zone',
    help: 'such as 2019-06-01 or 2019-06-01T08:00:00+08:00',
  },
  variableUnknown: {
    message: 'there is no such variable; it has no effect',
    help: '{meant}dixian config lists all variables',
  },
  bodyBeforeHeader: {
    message:
      'the time for a whole request (bodySeconds, {body} s) is shorter than that for its headers (headerSeconds, {header} s)',
    help: 'bodySeconds counts from the start of the request and cannot be below headerSeconds',
  },
  keyInTheOpen: {
    message: 'a key itself stands here; only its hash may',
    help: 'a key written into a file counts as given away: make another with dixian key; a hash is what printf %s KEY | sha256sum prints, with sha256: before it',
  },
  keyNameMalformed: {
    message: '{given} cannot name a key',
    help: 'use letters, digits, dots, hyphens and underscores, a letter or digit first and last, such as county-hospital',
  },
  keyHashMalformed: {
    message: "a key's hash is expected here",
    help: 'write "sha256:" and 64 hexadecimal digits in lower case; dixian key gives it with the key',
  },
  keyNameTwice: {
    message: 'the key name "{name}" stands twice: items {first} and {again}',
    help: 'rename one, or delete it',
  },
  keyHashTwice: {
    message: 'the keys "{name}" and "{first}" are one and the same',
    help: 'a key has one entry; give each party a key of its own',
  },
  configurationNotHost: {
    message: '{given} is no address to listen on',
    help: 'write 127.0.0.1, 0.0.0.0, :: or a name of this machine',
  },
  configurationNotOrigin: {
    message: '{given} is not the address of a service',
    help: 'write https://NAME or http://NAME:PORT, with no path',
  },
  pagesMissing: {
    message: 'what is installed has no pages (dist/pages): the API answers, a browser finds nothing',
    help: 'run node editor/build.mjs in the checkout and install again, or install what npm pack makes',
  },
  openToAll: {
    message:
      'evaluationNeedsKey is false, and others than this machine reach the service ({setting}: {value}): all of them may evaluate and read',
    help: 'leave evaluationNeedsKey out, and let an administrator issue a key to each party',
  },
  // dixian config
  configurationFile: { message: 'configuration file: {file}' },
  configurationNoFile: { message: 'no configuration file (--config or DIXIAN_CONFIG)' },
  originDefault: { message: 'default' },
  originDerived: { message: 'default, worked out here' },
  originFile: { message: 'configuration file, line {line}' },
  originVariable: { message: 'environment variable {name}' },
  originOption: { message: 'option {name}' },
  // dixian key
  keyShownOnce: { message: 'The key, shown this once; hand it to whoever will use it:' },
  keyEntry: { message: 'For keys in the configuration file (it holds the hash alone); then start the service again:' },
  // help
  helpConfig: { message: 'print the configuration in effect and where each value comes from, or its mistakes' },
  helpConfigFile: { message: 'the configuration file (default: the one DIXIAN_CONFIG names)' },
  helpKey: { message: 'make an API key' },
  helpKeyName: {
    message:
      'who will use it; stands in logs and metrics; at most {most} letters, digits, dots, hyphens and underscores, a letter or digit first and last',
  },
  helpKeyScopes: { message: 'what it may do, separated by commas: evaluate, read, metrics (default evaluate)' },
  helpKeyJurisdictions: {
    message: 'only these jurisdictions, codes separated by commas, at most {most} (default: all)',
  },
  helpKeyExpires: { message: 'the last day on which it is accepted, YYYY-MM-DD (default: no end)' },
} as const satisfies Record<string, Message>;
