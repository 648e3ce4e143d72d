import type { Message } from '../index.ts';

/** Words for looking rules up by version number and by digest. */
export const digests = {
  unknownVersion: { message: '{code} has no version {version}', help: 'published, newest first: {known}' },
  baseVersionNeeded: {
    message: "to find the rules of {code} by version, the version of the city's rules is needed as well: baseVersion",
    help: 'published by the city, newest first: {known}',
  },
  baseVersionDiffers: {
    message: '{code} is a city: version and baseVersion are the same, not {version} and {baseVersion}',
    help: 'give version alone',
  },
  unknownDigest: {
    message: 'no published rules have the effective digest {digest}',
    help: 'check that it is whole: sha256: and 64 hexadecimal digits in lower case',
  },
} as const satisfies Record<string, Message>;
