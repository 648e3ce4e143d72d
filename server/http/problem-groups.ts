import type { ProblemCode } from './problem-status.ts';
import { problemCodes, problemStatus } from './problem-status.ts';
import type { Route } from './route.ts';

const starting = (...beginnings: readonly string[]) =>
  problemCodes.filter((code) => beginnings.some((beginning) => code.startsWith(beginning)));

/** A body that is not usable JSON. */
export const jsonProblems: readonly ProblemCode[] = problemCodes.filter(
  (code) => problemStatus[code] === 400 && code !== 'notUtf8',
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
  ...starting('draft'),
];

/** Claims, by their rules. */
export const claimProblems: readonly ProblemCode[] = [
  ...starting('claim'),
  'unknownClaimType',
  'unknownItem',
  'factNeeded',
  'keyNeeded',
  'dateContradicts',
  'noFigure',
  'notAnAmount',
  'partAboveWhole',
  'elsewhereAboveCost',
  'settledMissing',
  'settledAboveLeft',
];

/** What every route answers: how it is called, by whom, and the state of the service. */
export function commonProblems({ scope, body, parameters = [] }: Omit<Route, 'handle'>): readonly ProblemCode[] {
  const inQuery = scope === null ? [] : (['parameterUnknown', 'parameterTwice'] as const);
  return [
    'methodNotAllowed',
    'notAcceptable',
    'internalError',
    ...(scope === null
      ? []
      : (['tooManyRequests', 'scopeMissing', ...starting('keyM', 'keyU', 'keyE', 'keyR')] as const)),
    ...(scope === 'evaluate' ? (['overloaded'] as const) : []),
    ...(body === undefined
      ? []
      : (['notUtf8', 'requestTooSlow', 'tooLarge', 'unsupportedMediaType', 'unsupportedEncoding'] as const)),
    ...inQuery,
    ...parameters.flatMap(({ problems }) => problems),
    ...(parameters.some(({ required, in: place }) => required && place === 'query')
      ? (['parameterMissing'] as const)
      : []),
  ];
}
