import type { Message } from '../index.ts';

/** What is said of claims at edges: what two rule sets pay one fen below, at and above every threshold. */
export const edges = {
  // one claim
  edgeSelfPayMore: { message: '{facts}: the person bears {to} instead of {from}, {change} more{parts}' },
  edgeSelfPayLess: { message: '{facts}: the person bears {to} instead of {from}, {change} less{parts}' },
  edgePaidMore: { message: '{facts}: the layers pay {to} instead of {from}, {change} more{parts}' },
  edgePaidLess: { message: '{facts}: the layers pay {to} instead of {from}, {change} less{parts}' },
  edgeShifted: { message: '{facts}: the layers pay {from} as before, in other parts{parts}' },
  edgeParts: { message: '; first different: {layer}' },
  edgeOn: { message: '{date}' },
  edgeOnBoth: { message: '{from} and {to}' },
  edgeFact: { message: '{label}: {value}' },
  edgeLeftOut: { message: '{label}: left out' },
  edgeMoney: { message: '{label} {amount}' },
  edgeSettled: { message: '{label} settled elsewhere with {amount}' },
  edgeElsewhere: { message: '{amount} of {label} paid by others' },
  edgeHistoryDeductible: { message: '{label}, deductibles taken before ({period}) {amount}' },
  edgeHistoryBase: { message: '{label}, base before ({period}) {amount}' },
  edgeHistoryPaid: { message: '{label}, paid before ({period}) {amount}' },
  edgeHistoryCount: { message: '{label}, counted before ({period}) {amount}' },
  edgeBelow: { message: 'below {label}{at}' },
  edgeAt: { message: 'exactly {label}{at}' },
  edgeAbove: { message: 'above {label}{at}' },
  edgeRuleBelow: { message: '{label}: where the first of the two amounts that it compares is the smaller' },
  edgeRuleAt: { message: '{label}: where the two amounts that it compares are equal' },
  edgeRuleAbove: { message: '{label}: where the first of the two amounts that it compares is the larger' },
  edgeLeftBelow: { message: '{label}: where it owes less than is left of the bill' },
  edgeLeftAt: { message: '{label}: where it owes exactly what is left of the bill' },
  edgeLeftAbove: { message: '{label}: where it owes more than is left of the bill' },
  // all
  edgesHead: { message: 'From {from} to {to}' },
  edgesOfType: {
    message:
      '{type}: {considered} claims tried, {worse} get less, {better} get more, {equal} the same, {refused} refused; {alike} of {situations} situations have the same arithmetic',
  },
  edgesRefusedFrom: { message: '{claims} refused by the first side only: {why}; for example {facts}' },
  edgesRefusedTo: { message: '{claims} refused by the second side only: {why}; for example {facts}' },
  edgesRefusedBoth: { message: '{claims} refused by both: {why}; for example {facts}' },
  edgesNone: { message: 'No claim differs' },
  edgesNoneOfBoth: { message: 'Of the claims tried that both sides settle, none differs' },
  edgesShown: {
    message:
      '{different} claims differ; {shown} of them, the largest loss first: one for each claim type, outcome and first different layer before any more',
  },
  edgesTruncated: {
    message: 'Not all was tried: a bound on claims or time was reached, or facts have too many combinations',
  },
  edgesOnlyFrom: { message: 'Claims of type {type} exist on the first side only; not compared' },
  edgesOnlyTo: { message: 'Claims of type {type} exist on the second side only; not compared' },
  edgesNotComparable: { message: 'Claims of type {type} need other facts on either side; not compared' },
  edgesOneSided: { message: 'Facts or items that one side alone takes, not compared: {facts}' },
  edgesDays: { message: '{days} days beside bounds lie in the period of one side only; not compared' },
  edgesLimit: { message: '--limit is a whole number from 1 to {most}, not "{given}"' },
  helpEdges: {
    message: 'settle claims one fen below, at and above every threshold under two rule sets; list those that differ',
  },
  helpEdgesLimit: { message: 'how many are listed at most, 1 to {most} (50 by default)' },
} as const satisfies Record<string, Message>;
