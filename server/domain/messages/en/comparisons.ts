import type { Message } from '../index.ts';

/** What is said of comparisons and of changes. */
export const comparisons = {
  sideMalformed: {
    message: '"{given}" names no published rules',
    help: 'write 371525@1.1.0, 371525@1.1.0+1.0.0, 371525@2019-07-01, 371525, or a digest (sha256:…)',
  },
} as const satisfies Record<string, Message>;
