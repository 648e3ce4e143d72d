import type { Act } from '../access/acts.ts';
import type { Scope } from '../access/identify.ts';
import { isScope } from './needed.ts';
import { takesNoBody } from './no-body.ts';
import type { ProblemCode } from './problem-status.ts';
import { problemCodes, problemStatus } from './problem-status.ts';
import type { Route } from './route.ts';

const starting = (...beginnings: readonly string[]) =>
  problemCodes.filter((code) => beginnings.some((beginning) => code.startsWith(beginning)));

/** A body that is not usable JSON. */
export const jsonProblems: readonly ProblemCode[] = problemCodes.filter(
  (code) => problemStatus[code] === 400 && code !== 'notUtf8' && code !== 'requestMalformed',
);

/** A jurisdiction and a date by which no rules are found. */
export const placeProblems: readonly ProblemCode[] = ['noRuleSetInForce', 'noRuleSets', 'ruleSetUnusable'];

/** Envelopes of requests. */
export const requestProblems: readonly ProblemCode[] = [
  'requestNotObject',
  'requestFieldMissing',
  'requestFieldUnknown',
  'requestWrongType',
  'requestIdLength',
  'requestNotCode',
  'requestNotDate',
  'requestNotInstant',
  'publishedLater',
  'unknownJurisdiction',
  ...placeProblems,
];

/** The choice of other rules than those in force. */
export const choiceProblems: readonly ProblemCode[] = [
  'requestNotVersion',
  'requestNotDigest',
  'requestNotTogether',
  'ruleSetChoice',
  'ruleSetTextEmpty',
  'unknownVersion',
  'baseVersionNeeded',
  'baseVersionDiffers',
  'unknownDigest',
  'digestOtherJurisdiction',
  'draftInvalid',
  'draftNotARuleSet',
  'draftOtherJurisdiction',
  'draftsNotTaken',
];

/** Claims, by their rules. */
export const claimProblems: readonly ProblemCode[] = [
  ...starting('claim'),
  'unknownClaimType',
  'unknownItem',
  'factNeeded',
  'keyNeeded',
  'dateContradicts',
  'daysOutOfBounds',
  'noFigure',
  'notAnAmount',
  'partAboveWhole',
  'elsewhereAboveCost',
  'settledMissing',
  'settledAboveLeft',
  'settlementTooLarge',
];

/** Fields of a request about people. */
export const fieldProblems: readonly ProblemCode[] = [
  'requestNotObject',
  'requestFieldMissing',
  'requestFieldUnknown',
  'requestWrongType',
  'requestTooLong',
];

/** A password that is to be chosen. */
export const newPasswordProblems: readonly ProblemCode[] = [
  'passwordTooShort',
  'passwordTooLong',
  'passwordCommon',
  'passwordTellsWho',
  'signInBusy',
];

/** Roles and their places. */
export const grantProblems: readonly ProblemCode[] = [...starting('grant'), 'administratorNoPolicy', 'requestTooMany'];

/** What a change that is written down can be refused with by the store. */
export const writeProblems: readonly ProblemCode[] = [
  'stateMoved',
  'storeReadOnly',
  'storageFull',
  'storeFailed',
  'storeForbidden',
  'storeBusy',
  'storeStalled',
  'auditFailed',
];

/** Who asks where only people may, and what they may. */
function personProblems(scope: Act | 'signedIn', method: Route['method']): readonly ProblemCode[] {
  return [
    'personNeeded',
    'sessionEnded',
    ...(scope === 'signedIn' ? [] : (['roleMayNot'] as const)),
    ...(method === 'GET' ? [] : (['originMissing'] as const)),
  ];
}

/** Who asks where keys may, too. */
function keyProblems(scope: Scope, method: Route['method']): readonly ProblemCode[] {
  const ofPeople: readonly ProblemCode[] = scope === 'metrics' ? ['keyOnly'] : ['roleMayNot'];
  return [
    'scopeMissing',
    ...starting('keyM', 'keyU', 'keyE', 'keyR'),
    ...ofPeople,
    'sessionEnded',
    ...(method === 'GET' ? [] : (['originMissing'] as const)),
  ];
}

/** What every route answers: how it is called, by whom, and the state of the service. */
export function commonProblems({
  scope,
  method,
  body,
  parameters = [],
}: Omit<Route, 'handle'>): readonly ProblemCode[] {
  const inQuery = scope === null ? [] : (['parameterUnknown', 'parameterTwice'] as const);
  return [
    'methodNotAllowed',
    'notAcceptable',
    'internalError',
    ...(method === 'GET' ? [] : (['originForeign'] as const)),
    ...(scope === null ? [] : (['tooManyRequests'] as const)),
    ...(scope === null ? [] : isScope(scope) ? keyProblems(scope, method) : personProblems(scope, method)),
    ...(scope === 'evaluate' ? (['overloaded'] as const) : []),
    // Whose places are asked for stands in a text, which may be damaged.
    ...(scope === null || scope === 'metrics' ? [] : (['ruleSetUnusable'] as const)),
    ...(takesNoBody({ method, body }) ? (['bodyNotTaken'] as const) : []),
    ...(body === undefined
      ? []
      : (['notUtf8', 'requestTooSlow', 'tooLarge', 'unsupportedMediaType', 'unsupportedEncoding'] as const)),
    ...inQuery,
    ...parameters.flatMap(({ problems }) => problems),
    ...parameters.flatMap(({ required, in: place, missing = 'parameterMissing' as const }) =>
      required && place !== 'path' ? [missing] : [],
    ),
  ];
}
