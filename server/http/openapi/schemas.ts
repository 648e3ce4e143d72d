import answers from '../../../schemas/answers.schema.json' with { type: 'json' };
import changelogAnswer from '../../../schemas/changelog-answer.schema.json' with { type: 'json' };
import diffAnswer from '../../../schemas/diff-answer.schema.json' with { type: 'json' };
import edgesAnswer from '../../../schemas/edges-answer.schema.json' with { type: 'json' };
import edgesRequest from '../../../schemas/edges-request.schema.json' with { type: 'json' };
import effectiveAnswer from '../../../schemas/effective-answer.schema.json' with { type: 'json' };
import evaluation from '../../../schemas/evaluation.schema.json' with { type: 'json' };
import evaluationRequest from '../../../schemas/evaluation-request.schema.json' with { type: 'json' };
import forms from '../../../schemas/forms.schema.json' with { type: 'json' };
import fundingAnswer from '../../../schemas/funding-answer.schema.json' with { type: 'json' };
import fundingRequest from '../../../schemas/funding-request.schema.json' with { type: 'json' };
import jurisdictionAnswer from '../../../schemas/jurisdiction-answer.schema.json' with { type: 'json' };
import jurisdictionsAnswer from '../../../schemas/jurisdictions-answer.schema.json' with { type: 'json' };
import language from '../../../schemas/language.schema.json' with { type: 'json' };
import matrixAnswer from '../../../schemas/matrix-answer.schema.json' with { type: 'json' };
import override from '../../../schemas/override.schema.json' with { type: 'json' };
import people from '../../../schemas/people.schema.json' with { type: 'json' };
import problem from '../../../schemas/problem.schema.json' with { type: 'json' };
import proofJob from '../../../schemas/proof-job.schema.json' with { type: 'json' };
import proofRequest from '../../../schemas/proof-request.schema.json' with { type: 'json' };
import ruleSet from '../../../schemas/rule-set.schema.json' with { type: 'json' };
import ruleSetAnswer from '../../../schemas/rule-set-answer.schema.json' with { type: 'json' };
import ruleSetsAnswer from '../../../schemas/rule-sets-answer.schema.json' with { type: 'json' };
import service from '../../../schemas/service.schema.json' with { type: 'json' };
import validationAnswer from '../../../schemas/validation-answer.schema.json' with { type: 'json' };
import verificationAnswer from '../../../schemas/verification-answer.schema.json' with { type: 'json' };
import verificationRequest from '../../../schemas/verification-request.schema.json' with { type: 'json' };
import workflow from '../../../schemas/workflow.schema.json' with { type: 'json' };
import type { JsonSchema } from './components.ts';

/** The schemas that bodies of requests and answers are described by. */
export const documents: readonly JsonSchema[] = [
  answers,
  edgesAnswer,
  edgesRequest,
  changelogAnswer,
  diffAnswer,
  effectiveAnswer,
  evaluationRequest,
  evaluation,
  forms,
  fundingAnswer,
  fundingRequest,
  jurisdictionAnswer,
  jurisdictionsAnswer,
  language,
  matrixAnswer,
  override,
  people,
  problem,
  proofJob,
  proofRequest,
  ruleSetAnswer,
  ruleSet,
  ruleSetsAnswer,
  service,
  validationAnswer,
  verificationAnswer,
  verificationRequest,
  workflow,
];
