import { type Answer, JSON_TYPE, type Resource } from './exchange.ts';

/** `/`: what this is and where to go. */
export function about(version: string): Resource {
  const body = `${JSON.stringify({ name: 'dixian', version, evaluations: '/api/v1/evaluations' })}\n`;
  return { GET: (): Answer => ({ status: 200, type: JSON_TYPE, body }) };
}
