import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `GET /metrics`: counters and gauges for Prometheus; by a key of scope `metrics` unless the configuration opens it. */
export function metrics(service: Service): Route {
  return {
    method: 'GET',
    path: '/metrics',
    operation: 'metrics',
    summary: { zh: '运行指标（Prometheus 文本格式）', en: 'Metrics in Prometheus’ text format' },
    scope: service.metricsOpen ? null : 'metrics',
    contents: [{ type: 'text/plain', schema: { type: 'string' } }],
    problems: [],
    handle: async () => ({ status: 200, type: service.metrics.type, body: await service.metrics.text() }),
  };
}
