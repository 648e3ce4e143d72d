import type { Message } from '../index.ts';

export const claims = {} as const satisfies Record<string, Message>;
