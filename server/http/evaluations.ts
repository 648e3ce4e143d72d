import type { Evaluate } from '../usecases/evaluate.ts';
import { parseStrictJson } from '../usecases/strict-json.ts';
import { readBody } from './body.ts';
import { evaluationJson } from './evaluation-json.ts';
import { type Answer, type Exchange, JSON_TYPE, type Resource } from './exchange.ts';
import { accepts, isJson } from './negotiation.ts';
import { refusalOf } from './problem.ts';

/** `/api/v1/evaluations`: a claim in, its settlement out. Nothing is stored, so that asking again is safe. */
export function evaluations(evaluate: Evaluate): Resource {
  return {
    POST: async ({ request, language }: Exchange): Promise<Answer> => {
      if (!accepts(request.headers.accept, 'application/json'))
        throw refusalOf('notAcceptable', { offered: 'application/json' });
      if (!isJson(request.headers['content-type']))
        throw refusalOf('unsupportedMediaType', { wanted: 'application/json' });
      const evaluation = await evaluate(parseStrictJson(await readBody(request)));
      return {
        status: 200,
        type: JSON_TYPE,
        body: evaluationJson(evaluation, language),
        headers: { 'Content-Language': language, Vary: 'Accept-Language' },
      };
    },
  };
}
