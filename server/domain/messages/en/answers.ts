import type { Message } from '../index.ts';

/** Words of queries, of funding and of verification. */
export const answers = {
  // what stands in a request
  requestNotMoney: {
    message: '"{field}" is {given}, which is no amount',
    help: 'CNY, at most two decimals, not negative',
  },
  requestOutOfRange: { message: '"{field}" is {given}, out of range', help: 'it must be {wanted}' },
  requestNotAName: {
    message: '"{field}" is {given}, which no rule set can call anything',
    help: 'write it as the rule set or the settlement does',
  },
  requestTooMany: { message: '"{field}" takes at most {limit} items, not {count}' },
  requestTooLong: { message: '"{field}" takes at most {limit} characters, not {count}' },
  // lists and single versions
  pageLimit: { message: 'limit must be a whole number from 1 to {most}, not "{given}"' },
  pageCursor: {
    message: 'the cursor "{given}" is none that a page gave',
    help: 'begin at the first page, without one',
  },
  versionUnknown: { message: '{code} has no version {version}', help: 'list the versions of the jurisdiction first' },
  digestUnknown: { message: 'there is no rule set with the digest {digest}' },
  // the matrix
  cityNeeded: { message: 'there are several cities: say which', help: 'codes there are: {known}' },
  notACity: { message: '{code} is a county, not a city', help: 'its city is {city}' },
  nothingPublished: { message: 'no rule set of any city has been published' },
  // funding
  fundingNone: { message: 'the rules of {code} fund no premiums' },
  fundingTypeNeeded: {
    message: 'the rules fund premiums by several types: say which in "type"',
    help: 'types: {known}',
  },
  fundingTypeUnknown: { message: 'the rules fund no premiums by "{given}"', help: 'types: {known}' },
  fundingProductUnknown: { message: 'there is no product "{given}" to fund', help: '{meant}products: {known}' },
  fundingCarriedTwice: {
    message: 'what was carried over for "{product}" is said twice',
    help: 'say it in carriedOver, or in {fact} of the claim',
  },
  fundingNotCarried: {
    message: 'by the rules nothing is carried over for "{product}"',
    help: 'carry nothing over for it and move nothing to it',
  },
  fundingMovedTooMuch: {
    message: 'CNY {amount:amount} is moved from "{product}", which has CNY {available:amount} at that point',
  },
  fundingMovedToWaived: { message: '"{product}" is replaced by the county’s "{by}" and takes no money' },
  // verification
  verifyContentAltered: {
    message: 'the settlement does not match its own digest: it was altered after it was made',
    help: 'rely on the answer as it was received, or settle the claim again',
  },
  verifyHistoryDiffers: {
    message: 'the claim brings other counters of earlier claims than the settlement was made with: {counters}',
    help: 'verify with the amounts of history.before in the settlement',
  },
  verifyClaimDiffers: {
    message:
      'by its own rules the claim comes to something else: it states other facts than then, or the settlement was altered together with its digest',
    help: 'verify with the claim as it was sent; settlements do not keep it, so that nobody can say which fact it is',
  },
  verifyNameDiffers: {
    message: 'the version or status that the settlement names is not that of its rule set digest',
    help: 'the digest decides',
  },
  verifyLayerDiffers: {
    message:
      'layers name another payer, channel, reason or settled than their rules give: these the settlement digest does not cover',
    help: 'pay by what was recomputed, as the differences tell it',
  },
  verifyTrial: {
    message:
      'it says of itself that it is a trial settlement of an unpublished text: no system keeps that text, and nothing may be paid by this settlement',
    help: 'settle the claim by published rules',
  },
  verifyRuleSetUnknown: {
    message: 'no rule set of this place with the digest {digest} is known here, so that nothing can be settled again',
    help: 'verify with the system that made the settlement',
  },
  verifyOtherFormat: {
    message: 'the settlement has format {given}, here it is {known}: it cannot be settled again',
    help: 'verify with the system that made the settlement',
  },
  verifyOtherInForce: {
    message: 'another rule set applies to this jurisdiction and date now; the settlement stands by its own version',
  },
  verifyOtherThanTrial: { message: 'the text that was tried is not what applies to this jurisdiction and date now' },
} as const satisfies Record<string, Message>;
