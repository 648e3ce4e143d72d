import { afterEach, beforeAll } from 'vitest';
import type { RuleSource } from '../../../server/rulesets/publication.ts';
import { chunk, headOf, type RawConnection, rawConnection } from '../raw.ts';
import { type Service, type ServiceOptions, startService } from '../service.ts';
import { cityRules, poolOver, workerFile } from './rooms.ts';

/** The address of batches. */
export const PATH = '/api/v1/evaluations/batch';

/** Lines of JSON. */
export const NDJSON = { 'Content-Type': 'application/x-ndjson' };

/** Headers of a batch that comes in pieces. */
export const CHUNKED = { ...NDJSON, 'Transfer-Encoding': 'chunked' };

/** Services over the city's rules for the batches of one file of tests, each stopped after its test. */
export class BatchServices {
  #source: RuleSource | null = null;
  #running: Service[] = [];

  constructor() {
    beforeAll(async () => {
      this.#source = await cityRules();
    });
    afterEach(async () => {
      for (const service of this.#running) await service.stop();
      this.#running = [];
    });
  }

  get source(): RuleSource {
    if (this.#source === null) throw new Error('asked for before the tests');
    return this.#source;
  }

  readonly serve = async (options: ServiceOptions = {}): Promise<Service> => {
    const pool = poolOver(this.source, { size: 2, worker: workerFile });
    const service = await startService({ rules: this.source, pool, ...options });
    this.#running.push(service);
    return service;
  };
}

/** Sends a whole batch. */
export function batch(service: Service, body: string, query = '', headers: Record<string, string> = {}) {
  return service.call(`${PATH}${query}`, {
    method: 'POST',
    body,
    headers: { ...NDJSON, 'Accept-Language': 'en', ...headers },
  });
}

/** Begins a batch whose rest is still to come. */
export function begin(service: Service, first: string): RawConnection {
  const one = rawConnection(service.address);
  one.write(headOf(PATH, CHUNKED) + chunk(first));
  return one;
}
