import type { Message } from '../index.ts';

/** Words of the HTTP interface: parameters, the choice of rules, limits, and its own description. */
export const service = {
  // parameters of an address
  parameterUnknown: { message: 'there is no parameter "{name}"', help: 'parameters there are: {known}' },
  parameterTwice: { message: 'the parameter "{name}" stands here twice', help: 'give it once' },
  parameterMissing: { message: 'the parameter "{name}" is missing' },
  parameterLength: { message: 'the parameter "{name}" must have 1 to {most} characters' },
  parameterNotBoolean: { message: 'the parameter "{name}" must be true or false, not "{value}"' },
  jurisdictionNotFound: { message: 'there is no jurisdiction {code}', help: 'jurisdictions there are: {known}' },
  floorOfCity: { message: '{code} is a city; the floor binds counties', help: 'name a county, such as {example}' },
  // which rules
  requestNotVersion: { message: '"{value}" is not a version number', help: 'write major.minor.patch, such as 1.0.0' },
  requestNotDigest: {
    message: '"{value}" is not a digest',
    help: 'write sha256: and 64 hexadecimal digits in lower case',
  },
  requestNotTogether: {
    message: '"{field}" and "{other}" do not go together',
    help: 'leave one of them out',
  },
  ruleSetChoice: {
    message: '"ruleSet" says not which rules',
    help: 'give version (of a county with baseVersion), effectiveDigest, or text',
  },
  ruleSetTextEmpty: { message: 'the text of the rules is empty' },
  digestOtherJurisdiction: {
    message: 'the digest is of rules of {given}, not of {code}',
    help: 'give the jurisdiction whose rules they are',
  },
  draftInvalid: { message: 'the text of the rules is wrong' },
  draftNotARuleSet: {
    message: 'the text is neither a rule set nor an override',
    help: 'its first line is kind: RuleSet or kind: Override',
  },
  draftOtherJurisdiction: {
    message: 'the text is of {given}, the request of {code}',
    help: 'a city’s rule set goes with the city or a county of it, an override with its own county',
  },
  draftsNotTaken: {
    message: 'unpublished texts are not taken in a batch',
    help: 'send them to POST /api/v1/evaluations, one by one or as an array',
  },
  tooManyDrafts: { message: 'an array takes at most {limit} different unpublished texts', help: 'send several arrays' },
  tooManyClaims: {
    message: 'an array takes at most {limit} claims, not {given}',
    help: 'send several arrays, or a batch to POST /api/v1/evaluations/batch',
  },
  // limits
  problem401: { message: 'who asks has to be known' },
  problem403: { message: 'not allowed' },
  problem408: { message: 'the request came too slowly' },
  problem412: { message: 'it has been changed meanwhile' },
  problem428: { message: 'say which revision the change is made upon' },
  problem429: { message: 'too many requests' },
  problem431: { message: 'request headers too large' },
  requestTooSlow: { message: 'the request did not come to its end in time' },
  requestMalformed: {
    message: 'this is no HTTP/1.1 request',
    help: 'look at the request line, the headers (Host is needed) and the form of the chunks',
  },
  headersTooLarge: {
    message: 'the request line and the headers have more than {limit} bytes',
    help: 'shorten the address, or headers such as Cookie',
  },
  tooManyRequests: {
    message: 'more than {limit} requests a second',
    help: 'try again after {seconds} s (Retry-After)',
  },
  overloaded: { message: 'the service has too much to do', help: 'try again after the time in Retry-After' },
  proofCutOff: {
    message: 'the service was started anew before the proof had ended',
    help: 'ask for the proof again',
  },
  proofTooLarge: {
    message: 'the proof needs more memory than the service has for one',
    help: 'compare rules with fewer kinds of claims; or run dixian prove where there is more memory, with NODE_OPTIONS=--max-old-space-size=4096; a county’s draft can be published with the city’s reason',
  },
  // the interface, described
  apiTitle: { message: 'dixian: the evaluation API' },
  apiDescription: {
    message:
      'Settles claims by a city’s minimum insurance standards and its counties’ higher ones. Amounts are JSON numbers in CNY with at most two decimals, written with exactly two; dates are calendar dates of Asia/Shanghai. Claims are neither stored nor logged. v1 only ever adds fields; unknown fields in a request are refused. Errors are application/problem+json (RFC 9457) with a stable code.',
  },
  apiKey: { message: 'An API key of this service, where it asks for keys.' },
  apiSession: {
    message:
      'The cookie that signing in gives (POST /api/v1/session). A change that is made by it needs the header Origin.',
  },
  apiNotModified: { message: 'Unchanged since the answer with this ETag.' },
} as const satisfies Record<string, Message>;
