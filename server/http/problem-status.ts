/**
 * Every code that a request can be refused with, and its status. The one catalogue: routes name codes of it, the OpenAPI
 * document and docs/integrators.md are held to it both ways.
 */
export const problemStatus = {
  // the request cannot be read
  notJson: 400,
  jsonEndsEarly: 400,
  jsonTooDeep: 400,
  jsonKeyTwice: 400,
  jsonKeyForbidden: 400,
  jsonLoneSurrogate: 400,
  jsonNumberTooLarge: 400,
  notUtf8: 400,
  // who asks
  keyMissing: 401,
  keyMalformed: 401,
  keyUnknown: 401,
  keyExpired: 401,
  scopeMissing: 403,
  jurisdictionNotAllowed: 403,
  // what is asked for
  notFound: 404,
  unknownPlace: 404,
  versionNotFound: 404,
  digestNotFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  requestTooSlow: 408,
  noRuleSetInForce: 409,
  noRuleSets: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  unsupportedEncoding: 415,
} as const satisfies Record<string, number>;

/** A code of the catalogue. */
export type ProblemCode = keyof typeof problemStatus;

/** The status of a code; whatever is wrong inside a request that could be read is 422. */
export function statusOf(code: string): number {
  return Object.hasOwn(problemStatus, code) ? problemStatus[code as ProblemCode] : 422;
}
