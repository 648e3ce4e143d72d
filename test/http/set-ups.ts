import { join } from 'node:path';
import { hashOf } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import type { AccessKey } from '../../server/usecases/configuration/configuration.ts';
import { root } from '../house/sources.ts';
import { type Service, type ServiceOptions, startService } from './service.ts';

/** A made-up key whose 43 characters are all the same. */
export const keyOf = (character: string) => `dixian_${character.repeat(43)}`;

const key = (name: string, character: string, more: Omit<AccessKey, 'name' | 'hash'>): AccessKey => ({
  name,
  hash: hashOf(keyOf(character)),
  ...more,
});

/** Keys of the examples, by the character they are made of. */
const access = () =>
  accessOf([
    key('hospital', 'a', { scopes: ['evaluate', 'read'] }),
    key('reader', 's', { scopes: ['read'] }),
    key('county', 'j', { scopes: ['evaluate', 'read'], jurisdictions: ['371521'] }),
    key('expired', 'e', { scopes: ['evaluate'], expires: '2019-06-30' }),
    key('revoked', 'r', { scopes: ['evaluate'], revoked: true }),
    key('prometheus', 'm', { scopes: ['metrics'] }),
  ]);

const folder = (path: string, samples = false) => openFolder(join(root, path), { samples });

/** The rules of the checkout with every text broken. */
async function brokenRules(): Promise<RuleSource> {
  const source = await folder('rules');
  return {
    ...source,
    records: source.records,
    text: async () => 'kind: RuleSet\n',
    jurisdictions: source.jurisdictions,
  };
}

async function noRules(): Promise<RuleSource> {
  const source = await folder('rules');
  const records: [] = [];
  return { ...source, records: () => records, jurisdictions: source.jurisdictions };
}

/** How a service stands when an example is asked of it. */
const setUps: Readonly<Record<string, () => Promise<ServiceOptions> | ServiceOptions>> = {
  open: () => ({}),
  samples: () => ({ samples: true }),
  keys: () => ({ access: access() }),
  small: () => ({ limits: { bodyBytes: 200, claims: 2 } }),
  slow: () => ({ limits: { bodySeconds: 0 } }),
  rate: () => ({ limits: { requestsPerSecond: 1, burst: 1 } }),
  strained: () => ({ limits: { memoryMegabytes: 0 } }),
  empty: async () => ({ rules: await noRules() }),
  broken: async () => ({ rules: await brokenRules() }),
  cities: async () => ({ rules: await folder('test/cities') }),
  failing: () => ({
    evaluate: () => {
      throw new Error('a fault that a test planted');
    },
  }),
};

/** Services by the name of their set-up, each started when first asked for. */
export class SetUps {
  readonly #started = new Map<string, Promise<Service>>();

  get(name = 'open'): Promise<Service> {
    let service = this.#started.get(name);
    if (service === undefined) {
      service = this.options(name).then(startService);
      this.#started.set(name, service);
    }
    return service;
  }

  /** What is special about a set-up. */
  async options(name: string): Promise<ServiceOptions> {
    const options = setUps[name];
    if (options === undefined) throw new RangeError(`no set-up ${name}`);
    return options();
  }

  async stop(): Promise<void> {
    for (const service of this.#started.values()) await (await service).stop();
  }
}
