import type { Message } from '../index.ts';

/** What is said of one rule set: cliffs, dead rules, gaps, double payments, payments above cost, and where caps begin. */
export const checks = {
  checkTimeUp: { message: 'its limit of {seconds} seconds was reached' },
  checkHead: { message: 'Check of {label}' },
  checkNone: { message: 'Nothing was found' },
  checkNoneOpen: {
    message:
      'Nothing was found, but not everything was looked at: of {all} answers {open} are of a part, or not proved; see below',
  },
  checkFound: { message: '{count} found' },
  checkFoundOpen: {
    message:
      '{count} found, and not everything was looked at: of {all} answers {open} are of a part, or not proved; see below',
  },

  checkCliffs: { message: 'Cliffs: a fen more of cost, and the person bears more than a fen more, or less' },
  checkDeadRules: { message: 'Dead rules: they change nothing for any claim' },
  checkGaps: { message: 'Gaps: claims that no rule pays, whatever their amounts' },
  checkDoublePayments: { message: 'Double payments: two rules of a layer both pay the same cost' },
  checkAboveCost: { message: 'Payments above cost' },
  checkCaps: {
    message:
      'Caps: the smallest bill that each cuts, with nothing paid before and nothing by others but what they must have settled',
  },

  checkNoneProved: { message: '{type}: none, proved' },
  checkNoneSearched: { message: '{type}: none found, searched and not proved ({reason})' },
  checkRestProved: { message: '{type}: {count}; no other, proved' },
  checkRestSearched: { message: '{type}: {count}; no other found, not proved ({reason})' },
  checkWhole: { message: 'all rules' },

  checkCliffJump: {
    message: '{facts}: a fen more of {item}, and the person bears {to} instead of {from}, {size} worse off{rules}',
  },
  checkCliffFall: {
    message: '{facts}: a fen more of {item}, and the person bears {to} instead of {from}, {size} less{rules}',
  },
  checkDead: { message: '{rules}: {why} ({shown})' },
  checkDeadUnset: { message: 'standards that it needs are not set: {standards}' },
  checkDeadBehindOthers: { message: 'other rules of its layer always come first' },
  checkDeadNeverApplies: { message: 'no claim meets its conditions, or its layer pays nothing where one does' },
  checkDeadPaysNothing: { message: 'it applies and never pays a fen' },
  checkDeadChangesNothing: { message: 'without it every claim is settled alike' },
  checkGap: { message: '{facts} ({shown}){rules}' },
  checkGapAll: { message: 'all claims' },
  checkGapLeftOut: { message: 'left out' },
  checkGapMoney: { message: '{from} to {to}' },
  checkGapDays: { message: '{from} to {to}' },
  checkGapExcept: { message: 'all but {values}' },
  checkGapAtLeast: { message: '{from} or more' },
  checkGapAtMost: { message: '{to} or less' },
  checkExample: { message: 'Example: {facts}; the bill is {bill}, {paid} is paid, the person bears {left}' },
  checkDouble: { message: '{rules} both pay {pots}' },
  checkAbove: { message: '{rules}: {over} more is paid than the bill' },
  checkProved: { message: 'proved' },
  checkSearched: { message: 'searched only' },
  checkRule: { message: '{label} ({clause})' },
  checkRuleOf: { message: '{layer}: {label} ({clause})' },
  checkNoClause: { message: 'no clause' },
  checkBehind: { message: '; {rules}' },
  checkCapAt: { message: '{limit}: from a bill of {bill} on ({shown}) – {facts}' },
  checkCapOfShare: { message: '{limit}: the smallest bill that it cuts is {bill} ({shown}) – {facts}' },
  checkCapUnfound: { message: '{limit}: no claim was found that reaches it, searched and not proved ({reason})' },
  checkCapUntold: { message: '{limit}: not told, {reason} before a claim that reaches it was found' },
  checkCrowded: {
    message: '{type}: some kinds of claims were tried, from all over; values told apart of each fact: {facts}',
  },
  checkCapNever: { message: '{limit}: no single claim reaches it ({shown})' },
  helpCheck: {
    message:
      'look a rule set through: cliffs, dead rules, gaps, double payments, payments above cost, and where caps begin to cut; for a minute at most',
  },
} as const satisfies Record<string, Message>;
