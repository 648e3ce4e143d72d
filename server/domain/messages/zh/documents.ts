import type { Message } from '../index.ts';

export const documents = {} as const satisfies Record<string, Message>;
