import type { Message } from '../index.ts';

/** Words of settlements: why a claim is refused, notices, reasons, and what the operators of conditions are called. */
export const settlements = {
  factNeeded: {
    message: '{label} ({fact}) is missing',
    help: 'it must be sent because of what else the claim says ({value})',
  },
  noFigure: { message: 'standard {label} ({standard}) has no figure for {fact} = {value}', help: 'check that fact' },
  unknownItem: { message: '{fact} has no item "{given}"', help: 'choose one of its items' },
  unknownClaimType: { message: 'there is no claim type "{given}"', help: 'claim types: {known}' },
  dateContradicts: {
    message: '{fact} is {given}, the date of the claim is {date}',
    help: 'send the same date, or leave the fact out',
  },
  partAboveWhole: {
    message: '{part} is more than {whole}, of which it is part',
    help: 'a part cannot be more than the whole',
  },
  elsewhereAboveCost: { message: 'others paid more than the cost ({pot})', help: 'check paidElsewhere and the cost' },
  settledMissing: {
    message: 'the amount settled for {label} is missing',
    help: 'another system settles this layer: send what it paid as settled.{layer}; it may be 0',
  },
  settledAboveLeft: {
    message: 'the amount settled for {label} is more than what is left of the cost at that layer',
    help: 'check the amounts in settled',
  },

  'notice.limitReached': { message: '{label} is used up; {unpaid} CNY could not be paid', help: 'clause {clause}' },
  'notice.termsApplied': { message: '{label}', help: 'clause {clause}' },
  'notice.offlineChannel': {
    message: '{label} is settled offline, through the poverty office of the registered residence',
  },
  'notice.unverifiedFigure': {
    message: 'the figure of {label} is not in the text of the plan and has not been verified',
  },
  'notice.readingUsed': { message: 'reading used: {label}' },
  'notice.counterAssumedZero': { message: 'the claim brought no counter {counter}; 0 was assumed' },
  'notice.pastItsPeriod': { message: '{label} is not in its period of cover ({from} to {to})' },
  'notice.productReplaced': { message: '{label} is replaced by {by} in this county' },

  'reason.notEligible': { message: 'the person is not covered' },
  'reason.withheld': { message: 'this layer is withheld' },
  'reason.outsidePeriod': { message: 'outside the period of cover' },
  'reason.noRuleApplies': { message: 'no rule applies' },
  'reason.standardUnset': { message: 'a standard it needs is unset' },
  'reason.nothingOwed': { message: 'the formula comes to nothing' },
  'reason.nothingLeft': { message: 'all of the cost has been paid' },
  'reason.limitReached': { message: 'the limit is used up' },
  'reason.paysNobody': { message: 'funding, pays nobody' },

  'whyNot.condition': { message: '{label} should be {operator} {wanted}, it is {met}' },
  'whyNot.unset': { message: 'standard {standard} is unset' },
  'whyNot.terms': { message: 'this layer gives the claim nothing' },
  'whyNot.period': { message: 'outside the period of cover' },
  'whyNot.otherRule': { message: 'another rule of this layer has paid' },

  'operator.equal': { message: 'equal to' },
  'operator.notEqual': { message: 'other than' },
  'operator.in': { message: 'one of' },
  'operator.notIn': { message: 'none of' },
  'operator.contains': { message: 'containing' },
  'operator.doesNotContain': { message: 'not containing' },
  'operator.lessThan': { message: 'less than' },
  'operator.lessThanInclusive': { message: 'at most' },
  'operator.greaterThan': { message: 'more than' },
  'operator.greaterThanInclusive': { message: 'at least' },
} as const satisfies Record<string, Message>;
