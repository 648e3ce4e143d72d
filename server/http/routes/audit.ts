import { say } from '../../domain/messages/index.ts';
import { headIn } from '../../usecases/people/audit-head.ts';
import { auditLines } from '../../usecases/people/audit-lines.ts';
import { verifyAudit } from '../../usecases/people/verify-audit.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { auditHead, cursor, limit, text } from '../parameters.ts';
import { jsonContent } from '../people/json-body.ts';
import { personIn } from '../people/person-in.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { nextPage } from './reading.ts';

/** `GET /api/v1/audit`: who did what, the last first, as far as the reader may know. */
export function readAudit(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/audit',
    operation: 'readAudit',
    summary: { zh: '审计记录，新的在前', en: 'The audit trail, the last line first' },
    description: {
      zh: '管理员看到账号、登录、密钥方面的记录；其他角色看到所在地区的记录。一页可能不满，next 为 null 才是末页。',
      en: 'An administrator sees the lines about accounts, sessions and keys; others those about their places. A page may hold fewer lines than asked for; the last is the one whose `next` is null.',
    },
    scope: 'signedIn',
    parameters: [limit, cursor, text],
    contents: [jsonContent('auditAnswer')],
    headers: ['Link'],
    problems: ['auditDamaged'],
    handle: async ({ identity, parameters }) => {
      const { items, next } = await auditLines(service.people, personIn(identity), parameters);
      const searched = parameters.text === undefined ? {} : { text: parameters.text };
      const lines = items.map(({ line, hash, entry }) => ({ line, hash, ...entry }));
      const headers = nextPage('/api/v1/audit', next, parameters.limit, searched);
      return { status: 200, type: JSON_TYPE, body: writeJson({ items: lines, next }), headers };
    },
  };
}

/** `GET /api/v1/audit/head`: where the trail ends, for whoever keeps it elsewhere. */
export function readAuditEnd(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/audit/head',
    operation: 'readAuditEnd',
    summary: { zh: '审计记录的末端：行数与最后的哈希', en: 'Where the audit trail ends: lines and last hash' },
    scope: 'signedIn',
    contents: [jsonContent('auditHead')],
    problems: [],
    handle: () => {
      const { lines, hash } = service.people.desk.audit.head;
      return { status: 200, type: JSON_TYPE, body: writeJson({ lines, hash }) };
    },
  };
}

/** `GET /api/v1/audit/verification`: every line held to the chain, and the trail to an end noted elsewhere. */
export function verifyAuditTrail(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/audit/verification',
    operation: 'verifyAuditTrail',
    summary: { zh: '逐行核对审计记录', en: 'Verify the audit trail, line by line' },
    description: {
      zh: '从第一行到最后一行核对哈希；给出先前记下的末端时，还核对记录经过那里。',
      en: 'Every line is held to its hash, from the first to the last; with an end noted earlier, the trail must go through it.',
    },
    scope: 'signedIn',
    parameters: [auditHead],
    contents: [jsonContent('auditVerification')],
    headers: ['Content-Language'],
    problems: ['overloaded'],
    handle: ({ parameters, language }) =>
      service.admission.heavy(MOST_VERIFICATIONS, async () => {
        const noted = parameters.head === undefined ? null : headIn(parameters.head);
        const { head, faults } = await verifyAudit(service.people, noted);
        const told = faults.map(({ code, args }) => ({ code, message: say(code, args, language).message }));
        const body = writeJson({ isWhole: faults.length === 0, lines: head.lines, hash: head.hash, faults: told });
        return {
          status: 200,
          type: JSON_TYPE,
          body,
          headers: { 'Content-Language': language, Vary: 'Accept-Language' },
        };
      }),
  };
}

/** Verifications that wait for their turn at the most; each reads the whole trail. */
const MOST_VERIFICATIONS = 4;
