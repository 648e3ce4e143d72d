import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { Configuration } from '../usecases/configuration/configuration.ts';
import type { ServiceLog } from './service.ts';

/**
 * The log of a service: one JSON object a line. Of a request it holds its id, operation, status and time, and nothing that
 * the request brought; of a fault only where in our code it happened, for an error's own words may quote what was sent.
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
    answered: (request) => {
      if (requests) log.info(request, 'answered');
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
