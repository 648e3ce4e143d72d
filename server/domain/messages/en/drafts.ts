import type { Message } from '../index.ts';

/** Words for drafts, their review, tasks, and what happens to versions. */
export const drafts = {
  draftMoved: {
    message: '{by} {act:draftHas} at {at:instant}: the draft is no longer as you saw it',
    help: 'look at it as it is now, and decide anew',
  },
  draftHasCreated: { message: 'began it' },
  draftHasSaved: { message: 'wrote its text anew' },
  draftHasSubmitted: { message: 'submitted it' },
  draftHasWithdrawn: { message: 'took the submission back' },
  draftHasReturned: { message: 'sent it back' },
  draftHasApproved: { message: 'approved it' },
  draftHasCommented: { message: 'commented on it' },
  draftHasCommentResolved: { message: 'marked a comment as seen to' },
  draftHasDiscarded: { message: 'gave it up' },
  draftHasPublished: { message: 'published it' },
  draftState: {
    message: 'the draft is {state:draftIs}, which does not allow this',
    help: 'it can be done while the draft is: {wanted:draftIs}',
  },
  draftClosed: { message: 'the draft is {state:draftIs}, and stays as it is', help: 'begin another draft' },
  draftIsDraft: { message: 'being written' },
  draftIsSubmitted: { message: 'waiting for review' },
  draftIsReturned: { message: 'sent back' },
  draftIsApproved: { message: 'approved but not published' },
  draftIsPublished: { message: 'published' },
  draftIsDiscarded: { message: 'given up' },
  submittedOtherText: { message: 'the text was written anew while it was looked at', help: 'submit it again' },
  approvalOtherText: {
    message: 'what was approved is not the document that is submitted now',
    help: 'read the submission again; an approval is of one document only',
  },
  alreadyApproved: { message: '{by} has approved it already', help: 'another person gives the next approval' },
  approvalNotNeeded: {
    message: 'no further approval by a {as:role} is needed',
    help: 'the approvals of the submission tell whose is missing',
  },
  overrideReasonMissing: {
    message:
      'it is not proved that nobody is worse off than by the city’s standards; an approval all the same has to say why',
    help: 'look at the claim that is worse off than by the city’s standards and say why, or return the draft',
  },
  approvalMissing: {
    message: 'an approval by a {as:role} is missing',
    help: 'its first day may have come since it was approved, or its ground moved: the city then has to see it',
  },
  selfReturn: { message: '{by} wrote a part of this draft', help: 'take it back instead' },
  selfResumption: {
    message: '{by} wrote a part of this version and may not put it back',
    help: 'a reviewer who wrote none of it can',
  },
  groundMoved: {
    message: 'what this was reviewed on has moved since then',
    help: 'its writers take it back, or a reviewer returns it; carry it onto what is in force and submit it again',
  },
  consequencesMoved: {
    message: 'what publishing this does to other versions is no longer what you were shown',
    help: 'look at its consequences again before you publish',
  },
  commentUnknown: { message: 'there is no such comment ({id})' },
  commentResolved: { message: '{by} has seen to it already' },
  tooManyComments: {
    message: 'there are {most} comments already, or {characters} characters of them',
    help: 'begin another draft, or return it with a reason',
  },
  tooManyOpenDrafts: {
    message: '{code} has {most} drafts already that are open, or were begun today and given up',
    help: 'discard those that are needed no more, or go on with one of them',
  },
  draftTextTooLarge: { message: 'the text is larger than {limit} bytes', help: 'make it smaller' },
  draftStateUnknown: { message: '"{given}" is no state of drafts', help: 'known: {known}' },
  draftOtherKind: { message: 'the text is of kind "{given}"', help: 'this draft is of kind {wanted}' },
  draftOtherPlace: {
    message: 'the text is for {given}, the draft for {code}',
    help: "write the code of the draft's place",
  },
  wordsLength: {
    message:
      '{field} has to say something that can be seen, in at most {most} characters, none of control or direction',
  },
  idempotencyKeyMalformed: { message: '{name} is not 1 to 128 visible ASCII characters', help: 'a random UUID does' },
  idempotencyKeyReused: {
    message: 'the Idempotency-Key came before with another request',
    help: 'take a new key for a new request',
  },
  periodGap: {
    message: "nothing of this place's own applies from {from} to {to}",
    help: "the city's standards apply then; move a period where that is not meant",
  },
  periodOverlap: {
    message: 'from {from} to {to} it takes the place of version {version}',
    help: 'where periods overlap, the version published last applies',
  },
  periodWithoutRules: { message: 'the city has no rules from {from} to {to}: nothing applies then' },
  periodWithoutCity: {
    message: 'the city has no rules on any day of the period ({from} to {to})',
    help: 'choose days on which it has',
  },
  firstDayWithoutCity: {
    message: 'the city has no rules on its first day, {date}: nothing can be settled then',
    help: 'within its period the city has rules from {from} on',
  },
  // Submissions that were made before places were named have a code in their place.
  versionWillBeSuspended: {
    message: 'version {version} of {place}{code} has not begun, and its ground moves: it will be suspended',
    help: 'its people get a task and look at it again',
  },
  versionBegun: {
    message: 'version {version} has begun on {from}',
    help: 'before its first day it could have been changed; publish another version',
  },
  versionStanding: {
    message: 'version {version} is {standing:versionIs}, which does not allow this',
    help: 'a version that stands can be suspended or revoked, a suspended one resumed or revoked',
  },
  versionIsStanding: { message: 'standing' },
  versionIsSuspended: { message: 'suspended' },
  versionIsRevoked: { message: 'revoked' },
  taskDone: { message: '{by} has seen to it already' },
  draftRewritten: { message: 'this would rewrite what a draft was' },
} as const satisfies Record<string, Message>;
