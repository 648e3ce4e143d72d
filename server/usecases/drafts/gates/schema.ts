import type { Gate } from './gate.ts';

/** The document is valid, and nowhere below the city's floor. */
export const schema: Gate = {
  name: 'schema',
  judge: ({ errors }) => ({ passed: errors.length === 0, result: errors.length === 0 ? 'valid' : 'invalid' }),
};
