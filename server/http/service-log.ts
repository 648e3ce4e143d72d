import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { Configuration } from '../usecases/configuration/configuration.ts';
import type { ServiceLog } from './service.ts';

/**
 * The log of a service: one JSON object a line. Of a request it holds its id, operation, status and time, and the name of its
 * key, nothing else of what the request brought; of a fault only where in our code it happened, for an error's own words may quote what was sent.
 */
export function serviceLog({ level, requests }: Configuration['log'], stream: DestinationStream): ServiceLog {
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    answered: ({ key, ...request }) => {
      if (requests) log.info(key === null ? request : { ...request, key }, 'answered');
    },
    fault: (requestId, error) => log.error({ requestId, error: placeOf(error) }, 'fault'),
  };
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { stack = '' } = error;
  // The words stand before the places, and may have lines of their own.
  const after = stack.indexOf(error.message) + error.message.length;
  const frames = stack
    .slice(after)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
