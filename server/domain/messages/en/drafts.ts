import type { Message } from '../index.ts';

/** Words for drafts, their review, tasks, and what happens to versions. */
export const drafts = {
  draftMoved: {
    message: 'the draft has been changed meanwhile by {by} ({act}, revision {revision})',
    help: 'see `moved` for what was changed; take it over and save upon revision {revision}',
  },
  draftState: {
    message: 'the draft is {state}, which does not allow this',
    help: 'it can be done while the draft is: {wanted}',
  },
  draftClosed: { message: 'the draft is {state}, and stays as it is', help: 'begin another draft' },
  submittedOtherText: { message: 'the text was written anew while it was looked at', help: 'submit it again' },
  approvalOtherText: {
    message: 'the digest is not that of the document that was submitted ({digest})',
    help: 'read the submission again; an approval is of one document only',
  },
  alreadyApproved: { message: '{by} has approved it already', help: 'another person gives the next approval' },
  approvalNotNeeded: {
    message: 'no further approval as {as} is needed',
    help: 'see `submission.missing` for those that are',
  },
  overrideReasonMissing: {
    message: 'it is not proved that nobody is worse off; an approval all the same has to say why',
    help: 'look at the claim of GET …/proof and add `reason`, or return the draft',
  },
  approvalMissing: {
    message: 'an approval as {as} is missing',
    help: 'its first day may have come since it was approved, or its ground moved: the city then has to see it',
  },
  selfReturn: { message: '{by} wrote a part of this draft', help: 'take it back instead: POST …/withdrawal' },
  selfResumption: {
    message: '{by} wrote a part of this version and may not put it back',
    help: 'a reviewer who wrote none of it can',
  },
  groundMoved: {
    message: 'what this was reviewed on has moved since then ({digest})',
    help: 'take it back, look at it on the present ground, and submit it again',
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
  versionWillBeSuspended: {
    message: 'version {version} of {code} has not begun, and its ground moves: it will be suspended',
    help: 'its people get a task and look at it again',
  },
  versionBegun: {
    message: 'version {version} has begun on {from}',
    help: 'before its first day it could have been changed; publish another version',
  },
  versionStanding: {
    message: 'version {version} is: {standing}',
    help: 'a version that stands can be suspended or revoked, a suspended one resumed or revoked',
  },
  taskDone: { message: '{by} has seen to it already' },
  draftRewritten: { message: 'this would rewrite what a draft was' },
} as const satisfies Record<string, Message>;
