import type { Message } from '../index.ts';

/** Words of settlements: why a claim is refused, notices, and the reasons of layers that pay nothing. */
export const settlements = {
  factNeeded: {
    message: '{label} ({fact}) is missing',
    help: 'it must be sent because {value}',
  },
  keyNeeded: { message: '{fact} is missing: standard {label} ({standard}) is read by it', help: 'send {send}' },
  noFigure: {
    message: 'standard {label} ({standard}) has no figure for {fact} = {value}',
    help: 'check that fact; where it is right the rules lack a figure: tell whoever keeps them',
  },
  unknownItem: { message: '{fact} has no item "{given}"', help: 'choose one of its items' },
  unknownClaimType: { message: 'there is no claim type "{given}"', help: 'claim types: {known}' },
  dateContradicts: {
    message: '{fact} is {given}, the date of the claim is {date}',
    help: 'send the same date, or leave the fact out',
  },
  daysOutOfBounds: {
    message: '{fact} is {date} and {other} {otherDate}: {days} would be {given} and must be {wanted}',
    help: 'check both dates; where {other} is right, {fact} is {right}',
  },
  notAnAmount: {
    message: '{path} is no amount or number: {given}',
    help: 'an amount is a number from 0 with at most two decimals',
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
  settlementTooLarge: {
    message: 'an amount of the settlement is above CNY {largest:amount} and cannot be told to the fen',
    help: 'check the numbers of persons, days and units in the claim',
  },

  limitReached: { message: '{label} is used up; CNY {unpaid:amount} could not be paid', help: 'clause {clause}' },
  termsApplied: { message: '{label}', help: 'clause {clause}' },
  offlineChannel: {
    message: '{label} is settled offline',
  },
  unverifiedFigure: {
    message: 'the figure of {label} is not in the text of the plan and has not been verified',
  },
  readingUsed: { message: 'reading used: {label}' },
  counterAssumedZero: { message: 'the claim brought no counter {counter}; 0 was assumed' },
  pastItsPeriod: { message: '{label} is not in its period of cover ({from} to {to})' },
  productReplaced: { message: '{label} is replaced by {by} in this county' },

  notEligible: { message: 'the person is not covered' },
  withheld: { message: 'this layer is withheld' },
  outsidePeriod: { message: 'outside the period of cover' },
  noRuleApplies: { message: 'no rule applies' },
  standardUnset: { message: 'a standard it needs is unset' },
  nothingOwed: { message: 'the formula comes to nothing' },
  nothingLeft: { message: 'all of the cost has been paid' },
  limitUsedUp: { message: 'the limit is used up' },
  paysNobody: { message: 'funding, pays nobody' },
} as const satisfies Record<string, Message>;
