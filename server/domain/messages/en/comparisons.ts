import type { Message } from '../index.ts';

/** What is said of comparisons and of changes. */
export const comparisons = {
  sideMalformed: {
    message: '"{given}" names no published rules',
    help: 'write 990101@1.1.0, 990101@1.1.0+1.0.0, 990101@2019-07-01, 990101, or a digest (sha256:…)',
  },
} as const satisfies Record<string, Message>;
