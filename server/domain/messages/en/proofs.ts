import type { Message } from '../index.ts';

/** What is said of proofs: whether anybody can be worse off under other rules. */
export const proofs = {
  proofHead: { message: 'From {from} to {to}' },
  proofProved: {
    message:
      'Proved: no claim leaves anybody worse off – the same claim with the same history, and with the amounts settled elsewhere that either side asks for, in whole fen',
  },
  proofRefuted: { message: 'Refuted: a claim leaves a person worse off' },
  proofMovedLess: {
    message: 'Refuted by one part of the bill alone: more is left of {pot}; in all the person bears {less} less',
  },
  proofMovedSame: {
    message: 'Refuted by one part of the bill alone: more is left of {pot}; in all the person bears the same',
  },
  proofUndecided: { message: 'Undecided: it could neither be proved nor refuted' },
  proofOfType: {
    message: '{type}: {cases} kinds of arithmetic in {profiles} profiles, {alike} the same on both sides',
  },
  proofExample: {
    message: '{facts}: paid {paidTo} instead of {paidFrom}, the person bears {to} instead of {from}{parts}',
  },
  proofExampleBorneAlike: { message: '{facts}: paid {paidTo} instead of {paidFrom}{parts}' },
  proofParts: { message: '; {layer} is the first to pay less' },
  proofLayer: { message: '{layer}: {from} before, {to} after' },
  proofPot: { message: 'borne of {pot}: CNY {from} before, CNY {to} now' },
  proofYearProved: { message: 'Over a year: proved as well, for no counter that changes is read by any claim' },
  proofYearRefuted: {
    message: 'Over a year: two claims can cost a person more – {to} instead of {from}, {loss} more in all',
  },
  proofYearPaidLess: {
    message: 'Over a year: two claims can be paid less – {to} instead of {from}, {loss} less in all',
  },
  proofYearUndecided: { message: 'Over a year: undecided; {tried} pairs of claims tried, none costs more' },
  proofYearClaim: { message: '{number}: {facts}' },
  proofYearUntried: { message: 'Over a year: undecided; no pair of claims could be tried' },
  proofOpenBy: { message: '{type}: {reason}: {by}' },
  proofOpen: { message: '{type}: {reason} ({count})' },
  proofBound: { message: '{type}: {fact} tried up to {upTo}' },
  proofSolverUnsure: { message: 'the solver could not tell in its time' },
  proofNoSolver: { message: 'there was no solver' },
  proofNotConfirmed: { message: 'the solver gave a claim that the engine does not confirm' },
  proofTooManyProfiles: { message: 'facts have more combinations than are looked at' },
  proofCountedInPart: { message: 'not all numbers were tried that a figure is counted by' },
  proofRefusedByOne: { message: 'claims that only the first rule set settles, the second refuses them' },
  proofNotComparable: { message: 'claims of the type are not valid under both' },
  proofDefaultsDiffer: { message: 'what a claim leaves out stands for different amounts' },
  proofDaysDiffer: { message: 'days are counted between other dates, and no claim was found to compare by' },
  proofOtherPlan: { message: 'the plan is not the engine’s; please report this' },
  proofStopped: { message: 'its time was up, or it was told to stop' },
  proofProgress: { message: '{done} of {all} kinds of claims decided ({type})' },
  proveSeconds: { message: '--seconds is a whole number from 1 to {most}, not "{given}"' },
  helpProveSeconds: {
    message: 'end after so many seconds, 1 to {most}; what is open then is undecided (as long as it takes, by default)',
  },
  proofSearchedOnly: { message: 'a search found nothing, and a search proves nothing' },
  certificateHolds: { message: 'The certificate holds: {count} lemmas, none can be met' },
  certificateFails: { message: 'The certificate does not hold: {count} of {all} lemmas' },
  certificateUndecided: { message: 'The certificate could not be checked: {count} of {all} lemmas undecided' },
  certificateLemma: { message: '{digest}: {result}' },
  certificateMalformed: {
    message: '{file} is no certificate of a proof',
    help: 'give a file that `dixian prove A B --certificate FILE` wrote',
  },
  certificateOfOthers: { message: 'The certificate is about other rules: {which} is {found}, not {expected}' },
  helpProve: {
    message: 'prove that no claim leaves anybody worse off under the second rules, or show the claim that does',
  },
  helpVerify: { message: 'check the lemmas of a certificate again; with A and B also that it is about them' },
  helpCertificate: { message: 'write the certificate of the proof to a file' },
} as const satisfies Record<string, Message>;
