import type { Message } from '../index.ts';

/** Words on the headers of answers in the description of the interface. */
export const headers = {
  headerRequestId: {
    message: 'The id of the request: the one it brought, or one that the service made; the log uses the same.',
  },
  headerDemo: {
    message: 'Says `true` on every answer of a demonstration (`--demo`): nothing in it is real. Left out elsewhere.',
  },
  headerTraceparent: { message: 'The traceparent of the request as it came; left out where it had none.' },
  headerCacheControl: {
    message: 'Whether and how long the answer may be kept: a year at addresses by digest, never for settlements.',
  },
  headerContentSecurityPolicy: { message: 'What a browser that opens the answer may load.' },
  headerContentTypeOptions: { message: 'A browser is not to guess the type.' },
  headerVary: { message: 'The headers of the request that the answer depends on.' },
  headerContentLanguage: { message: 'The language of the words.' },
  headerETag: {
    message:
      'A mark of what the answer holds: sent again in If-None-Match, it is answered by 304 while that is the same.',
  },
  headerLink: { message: 'The address of the next page; left out on the last.' },
  headerLocation: { message: 'The address of what was made.' },
  headerSetCookie: { message: 'The cookie of a session; empty once it has ended.' },
  headerAllow: { message: 'The methods of this address.' },
  headerAuthenticate: { message: 'How a key is shown.' },
  headerRetryAfter: { message: 'After how many seconds to come again.' },
} satisfies Record<string, Message>;
