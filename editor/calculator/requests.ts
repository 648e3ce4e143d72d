import type { EvaluationRequest } from '../../client/index.ts';
import type { MadeClaim } from './claim.ts';

/** The call that settles a claim in a place on a date, with reasons. */
export function requestOf(place: string, date: string, { claim }: MadeClaim): EvaluationRequest {
  return { id: 'calculator', jurisdiction: place, date, explain: true, claim } as EvaluationRequest;
}

/** The same claim elsewhere, `990102`, or under a version, `990102@1.1.0+1.0.0` (of a county with its city's), `990100@1.0.0`. */
export function requestBeside(request: EvaluationRequest, beside: string): EvaluationRequest {
  const [place = '', versions] = beside.split('@');
  const other = { ...request, id: beside, jurisdiction: place };
  if (versions === undefined) return other;
  const [version = '', baseVersion] = versions.split('+');
  return { ...other, ruleSet: { version, ...(baseVersion === undefined ? {} : { baseVersion }) } };
}
