import { JSON_TYPE } from '../exchange.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `GET /healthz`: the process is alive and its event loop turns. */
export function healthz(): Route {
  return {
    method: 'GET',
    path: '/healthz',
    operation: 'healthz',
    summary: { zh: '存活检查', en: 'Liveness' },
    scope: null,
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/health' }],
    problems: [],
    handle: () => ({ status: 200, type: JSON_TYPE, body: '{"status":"ok"}\n' }),
  };
}

/** `GET /readyz`: whether requests should be sent here; 503 with reasons while the service starts, stops, or cannot serve. */
export function readyz(service: Service): Route {
  return {
    method: 'GET',
    path: '/readyz',
    operation: 'readyz',
    summary: { zh: '就绪检查', en: 'Readiness' },
    description: {
      zh: '启动中、停止中或无法提供服务时应答 503 并列出原因。',
      en: 'Answers 503 with the reasons while the service stops or cannot serve.',
    },
    scope: null,
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/readiness' }],
    problems: [],
    handle: async () => {
      const reasons = await service.notReady();
      const body = `${JSON.stringify({ status: reasons.length === 0 ? 'ready' : 'notReady', reasons })}\n`;
      return { status: reasons.length === 0 ? 200 : 503, type: JSON_TYPE, body };
    },
  };
}
