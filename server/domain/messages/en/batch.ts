import type { Message } from '../index.ts';

/** Words of evaluating many requests, one a line. */
export const batch = {
  lineTooLong: { message: 'the line has more than {limit} bytes', help: 'send one request a line' },
  helpWorkers: {
    message:
      'how many threads evaluate many requests, 1 to {most}; 1 is this one alone; unless given, as many as there are cores, once the input is longer than 16 MB',
  },
} as const satisfies Record<string, Message>;
