import evaluation from '../../../schemas/evaluation.schema.json' with { type: 'json' };
import evaluationRequest from '../../../schemas/evaluation-request.schema.json' with { type: 'json' };
import language from '../../../schemas/language.schema.json' with { type: 'json' };
import problem from '../../../schemas/problem.schema.json' with { type: 'json' };
import service from '../../../schemas/service.schema.json' with { type: 'json' };
import type { JsonSchema } from './components.ts';

/** The schemas that bodies of requests and answers are described by. */
export const documents: readonly JsonSchema[] = [evaluation, evaluationRequest, language, problem, service];
