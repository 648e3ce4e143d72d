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
  keyRevoked: 401,
  scopeMissing: 403,
  jurisdictionNotAllowed: 403,
  // what is asked for
  notFound: 404,
  jurisdictionNotFound: 404,
  versionUnknown: 404,
  digestUnknown: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  requestTooSlow: 408,
  noRuleSetInForce: 409,
  noRuleSets: 409,
  nothingPublished: 409,
  tooLarge: 413,
  lineTooLong: 413,
  unsupportedMediaType: 415,
  unsupportedEncoding: 415,
  // parameters of the address
  parameterUnknown: 422,
  parameterTwice: 422,
  parameterMissing: 422,
  parameterLength: 422,
  parameterNotBoolean: 422,
  pageLimit: 422,
  pageCursor: 422,
  cityNeeded: 422,
  notACity: 422,
  floorOfCity: 422,
  sideMalformed: 422,
  // the envelope
  requestNotObject: 422,
  requestFieldMissing: 422,
  requestFieldUnknown: 422,
  requestWrongType: 422,
  requestIdLength: 422,
  requestNotCode: 422,
  requestNotDate: 422,
  requestNotInstant: 422,
  requestNotVersion: 422,
  requestNotDigest: 422,
  requestNotTogether: 422,
  requestNotMoney: 422,
  requestOutOfRange: 422,
  requestNotAName: 422,
  requestTooMany: 422,
  requestTooLong: 422,
  unknownJurisdiction: 422,
  // which rules
  ruleSetChoice: 422,
  ruleSetTextEmpty: 422,
  unknownVersion: 422,
  baseVersionNeeded: 422,
  baseVersionDiffers: 422,
  unknownDigest: 422,
  digestOtherJurisdiction: 422,
  draftInvalid: 422,
  draftNotARuleSet: 422,
  draftOtherJurisdiction: 422,
  draftsNotTaken: 422,
  tooManyDrafts: 422,
  tooManyClaims: 422,
  // the claim
  claimNotMap: 422,
  claimTypeMissing: 422,
  claimTypeUnknown: 422,
  claimFieldUnknown: 422,
  claimFieldMissing: 422,
  claimWrongType: 422,
  claimNotAnItem: 422,
  claimOutOfRange: 422,
  claimNotMoney: 422,
  claimNotADate: 422,
  claimTooMany: 422,
  claimTooLong: 422,
  unknownClaimType: 422,
  unknownItem: 422,
  factNeeded: 422,
  keyNeeded: 422,
  dateContradicts: 422,
  noFigure: 422,
  notAnAmount: 422,
  partAboveWhole: 422,
  elsewhereAboveCost: 422,
  settledMissing: 422,
  settledAboveLeft: 422,
  // funding
  fundingNone: 422,
  fundingTypeNeeded: 422,
  fundingTypeUnknown: 422,
  fundingProductUnknown: 422,
  fundingCarriedTwice: 422,
  fundingNotCarried: 422,
  fundingMovedTooMuch: 422,
  fundingMovedToWaived: 422,
  // the service
  tooManyRequests: 429,
  internalError: 500,
  ruleSetUnusable: 503,
  overloaded: 503,
} as const satisfies Record<string, number>;

/** A code of the catalogue. */
export type ProblemCode = keyof typeof problemStatus;

/** Every code, in the order of the catalogue. */
export const problemCodes = Object.keys(problemStatus) as readonly ProblemCode[];

/** The status of a code; whatever is wrong inside a request that could be read is 422. */
export function statusOf(code: string): number {
  return Object.hasOwn(problemStatus, code) ? problemStatus[code as ProblemCode] : 422;
}
