import type { Label } from '../../domain/label.ts';
import { changeVersion, type VersionStep } from '../../usecases/versions/change-version.ts';
import { bodyProblems, workflowBody, workflowContent } from '../drafts/draft-route.ts';
import { reasonIn } from '../drafts/requests.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { codeInPath, version } from '../parameters.ts';
import { writeProblems } from '../problem-groups.ts';
import type { ProblemCode } from '../problem-status.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { answered } from './reading.ts';

/** `POST …/rule-sets/{version}/suspension`: sets a version aside before its first day. */
export function suspendVersions(service: Service): Route {
  return changing(service, 'suspend', 'suspension', {
    zh: '在首日之前暂停一个版本，须写理由',
    en: 'Sets a version aside before its first day, with a reason',
  });
}

/** `POST …/rule-sets/{version}/resumption`: puts it back. */
export function resumeVersions(service: Service): Route {
  const summary = {
    zh: '恢复已暂停的版本：按现在的市级标准重新检查；写过它的人不能恢复',
    en: 'Puts a suspended version back, held to its city’s rules as they are now; not by those who wrote it',
  };
  return changing(service, 'resume', 'resumption', summary, [
    'selfResumption',
    'approvalMissing',
    'groundMoved',
    'overloaded',
  ]);
}

/** `POST …/rule-sets/{version}/revocation`: takes it back for good. */
export function revokeVersions(service: Service): Route {
  return changing(service, 'revoke', 'revocation', {
    zh: '由市在首日之前撤销一个版本，须写理由；文本仍可查阅',
    en: 'Takes a version back for good before its first day, by the city, with a reason; its text can still be read',
  });
}

function changing(
  service: Service,
  step: VersionStep,
  word: string,
  summary: Label,
  more: readonly ProblemCode[] = [],
): Route {
  return {
    method: 'POST',
    path: `/api/v1/jurisdictions/{code}/rule-sets/{version}/${word}`,
    operation: `${step}Version`,
    summary,
    scope: `version.${step}`,
    parameters: [codeInPath, version],
    body: workflowBody('versionChangeRequest'),
    contents: [workflowContent('versionChangeAnswer')],
    problems: [
      ...bodyProblems,
      ...writeProblems,
      ...more,
      'wordsLength',
      'jurisdictionNotFound',
      'versionUnknown',
      'versionBegun',
      'versionStanding',
      'ruleSetUnusable',
    ],
    handle: ({ identity, parameters, body }) => {
      const reason = reasonIn(body);
      return answered(async () => {
        const asked = { identity, jurisdiction: parameters.code ?? '', version: parameters.version ?? '', reason };
        const changed = await changeVersion(service.office, step, asked);
        const { jurisdiction, version: number, digest } = changed.record;
        const answer = { jurisdiction, version: number, digest, standing: changed.standing };
        return { status: 200, type: JSON_TYPE, body: writeJson(answer) };
      }, 'code');
    },
  };
}
