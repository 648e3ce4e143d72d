import type { Gate } from './gate.ts';

/** It is known what the changes are to claimants. None is forbidden: people decide upon it. */
export const diffClass: Gate = {
  name: 'diffClass',
  judge: (ground) => ({ passed: true, result: ground.class }),
};
