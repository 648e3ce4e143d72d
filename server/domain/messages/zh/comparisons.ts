import type { Message } from '../index.ts';

/** 比较与变更的用语。 */
export const comparisons = {
  sideMalformed: {
    message: '“{given}”不是一份已发布的规则',
    help: '写作 990101@1.1.0、990101@1.1.0+1.0.0、990101@2019-07-01、990101 或 sha256: 摘要',
  },
} as const satisfies Record<string, Message>;
