import { documentByDigest, ruleSet, ruleSets } from '../../usecases/rule-sets.ts';
import type { Answer } from '../exchange.ts';
import { codeInPath, cursor, digest, limit, version } from '../parameters.ts';
import type { Content, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { answered, current, IMMUTABLE, inPages, nextPage, reading, readProblems } from './reading.ts';

/** The media type of YAML (RFC 9512). */
const YAML = 'application/yaml';
const yaml: Content = { type: YAML, schema: { type: 'string' } };

/** `GET /api/v1/jurisdictions/{code}/rule-sets`: what a jurisdiction has published, the last first. */
export function listRuleSets(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}/rule-sets',
    operation: 'listRuleSets',
    summary: {
      zh: '一个地区发布过的规则集，新的在前',
      en: 'The rule sets that a jurisdiction has published, the last first',
    },
    description: inPages,
    scope: 'read',
    parameters: [codeInPath, limit, cursor],
    contents: [{ type: 'application/json', schema: 'rule-sets-answer.schema.json' }],
    headers: ['Link'],
    conditional: true,
    problems: readProblems,
    handle: (call) => {
      const { code = '', ...page } = call.parameters;
      return reading(service, call, code, async () => {
        const answer = await ruleSets(service.book, code, page);
        return current(answer, nextPage(`/api/v1/jurisdictions/${code}/rule-sets`, answer.next, page.limit));
      });
    },
  };
}

/** `GET /api/v1/jurisdictions/{code}/rule-sets/{version}`: one of them, as YAML or as JSON. */
export function readRuleSet(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}/rule-sets/{version}',
    operation: 'readRuleSet',
    summary: {
      zh: '一个版本：JSON，或按 Accept 给出原文 YAML',
      en: 'One version: JSON, or by Accept the YAML text itself',
    },
    scope: 'read',
    parameters: [codeInPath, version],
    contents: [{ type: 'application/json', schema: 'rule-set-answer.schema.json' }, yaml],
    conditional: true,
    problems: [...readProblems, 'versionUnknown'],
    handle: (call) => {
      const { code = '', version: number = '' } = call.parameters;
      return reading(service, call, code, async () => {
        const found = await ruleSet(service.book, code, number);
        return call.type === YAML ? asYaml(found.text, {}) : current(found, { Vary: 'Accept' });
      });
    },
  };
}

/** `GET /api/v1/rule-sets/by-digest/{digest}`: a document by the digest of its meaning; the same for ever. */
export function readRuleSetByDigest(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/rule-sets/by-digest/{digest}',
    operation: 'readRuleSetByDigest',
    summary: { zh: '按摘要取规则集；永远不变', en: 'A rule set by its digest; never changes' },
    scope: 'read',
    parameters: [digest],
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/ruleSetDocument' }, yaml],
    conditional: true,
    problems: [...readProblems, 'digestUnknown'],
    handle: (call) =>
      answered(async () => {
        const { text, ...found } = await documentByDigest(service.book, call.parameters.digest ?? '');
        return reading(service, call, found.jurisdiction, async () =>
          call.type === YAML ? asYaml(text, IMMUTABLE) : current(found, { ...IMMUTABLE, Vary: 'Accept' }),
        );
      }),
  };
}

function asYaml(body: string, headers: Readonly<Record<string, string>>): Answer {
  return {
    status: 200,
    type: `${YAML}; charset=utf-8`,
    body,
    headers: { 'Cache-Control': 'private, no-cache', Vary: 'Accept', ...headers },
  };
}
