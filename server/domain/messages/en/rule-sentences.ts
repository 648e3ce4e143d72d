import type { Message } from '../index.ts';

/** Rules and limits as sentences, put together from parts. */
export const ruleSentences = {
  ruleSentence: { message: 'Where {conditions}: {pays}.' },
  ruleAbove: { message: 'what of {pots} lies above {deductible}' },
  ruleByYear: { message: '{what}, counted over the year,' },
  rulePaysRatio: { message: '{what} is paid at {ratio}' },
  rulePaysBands: { message: '{what} is paid by the bands of “{bands}”' },
  rulePaysBandsFromDeductible: { message: '{what} is paid by the bands of “{bands}”, counted from the deductible' },
  rulePaysWhole: { message: '{what} is paid whole' },
  rulePaysPart: { message: '{told}, of it {part} at {ratio}' },
  ruleTopUpBelow: { message: 'what the person bears of {pots} is paid until it is below {share} of {pots}' },
  ruleTopUpAtMost: { message: 'what the person bears of {pots} is paid until it is at most {share} of {pots}' },
  ruleSum: { message: '{sum} is paid' },
  ruleSumOf: { message: '{sum} is paid, at most what is left of {pots}' },
  ruleScale: { message: 'of {sum} the share in “{shares}” for the heaviest of “{grades}” is paid' },
  ruleScaleOneUp: { message: '{told}; two or more equally heavy count one grade up' },
  ruleAllowance: { message: 'for each of “{count}” {rate} is paid' },
  ruleAllowanceAtMost: { message: '{told}, {per} at most {atMost}' },
  ruleGap: { message: 'what “{actual}” falls short of {target} is paid at {ratio}' },
  ruleGapWhole: { message: 'what “{actual}” falls short of {target} is paid whole' },
  ruleGapCount: { message: '{told}, times “{count}”' },
  ruleFund: {
    message: 'for each of “{count}” {premium} is raised: {shares}, the rest by {rest}, nothing by the insured',
  },
  ruleTerms: { message: 'each layer has the terms of “{terms}”' },
  limitAlways: { message: '{allows}.' },
  limitSentence: { message: 'Where {conditions}: {allows}.' },
  ruleProvince: { message: 'the province' },
  ruleCity: { message: 'the city' },
  ruleCounty: { message: 'the county' },
} as const satisfies Record<string, Message>;
