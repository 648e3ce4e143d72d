import { isObject } from '../../usecases/request-field.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { verification } from '../../usecases/verification.ts';
import { JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
import { claimProblems, jsonProblems, requestProblems } from '../problem-groups.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { verificationJson } from '../verification-json.ts';

/** `POST /api/v1/settlements/verify`: whether a settlement received earlier is what its rules give for its claim. */
export function verifications(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/settlements/verify',
    operation: 'verifySettlement',
    summary: {
      zh: '核对一份收到过的结算：是否一致，哪一层不同、为何',
      en: 'Verify a settlement received earlier: the same, or which layer differs and why',
    },
    description: {
      zh: '比对的是申请种类、享受资格、各层与各项金额、各层的支付方与结算渠道（所有层都未写的除外）、为零原因与“已结算”标记、累计、摘要，以及地区与规则集的名称与状态。申请里没有日期，日期按结算所写采用，不另比对；id、提示与说明文字也不比对：这些请以自己保存的申请为准。',
      en: 'Compared are the claim type, eligibility, all amounts by layer and line, the payer and channel of each layer (unless every layer leaves them out), its reason and settled, the history, the digests, and the names and status of place and rule set. A claim has no date: that of the settlement is taken as it stands, and not compared; nor are id, notices and words: hold these to the request that you keep.',
    },
    scope: 'evaluate',
    body: {
      contents: [{ type: 'application/json', schema: 'verification-request.schema.json' }],
      limit: service.limits.bodyBytes,
    },
    contents: [{ type: 'application/json', schema: 'verification-answer.schema.json' }],
    headers: ['Content-Language'],
    problems: [
      ...jsonProblems,
      ...requestProblems,
      ...claimProblems,
      'requestNotMoney',
      'requestNotDigest',
      'requestOutOfRange',
      'requestNotAName',
      'requestTooMany',
      'requestTooLong',
      'jurisdictionNotAllowed',
    ],
    handle: async ({ body, identity, language }) => {
      const value = parseStrictJson(body);
      const { settlement } = isObject(value) ? value : {};
      if (isObject(settlement) && typeof settlement.jurisdiction === 'string') {
        await allowFor(service, identity, 'evaluate', settlement.jurisdiction);
      }
      const found = await verification(service.book, (digest) => service.book.byEffectiveDigest(digest), value);
      return {
        status: 200,
        type: JSON_TYPE,
        body: verificationJson(found, language),
        headers: { 'Content-Language': language, Vary: 'Accept-Language' },
      };
    },
  };
}
