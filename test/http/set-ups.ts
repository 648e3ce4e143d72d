import { join } from 'node:path';
import { hashOf } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import { hashOfToken } from '../../server/access/token.ts';
import { refuse } from '../../server/domain/refusal.ts';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import type { AccessKey } from '../../server/usecases/configuration/configuration.ts';
import { account, createAccount } from '../../server/usecases/people/accounts.ts';
import { accountSubject, entryOf } from '../../server/usecases/people/entry.ts';
import type { People } from '../../server/usecases/people/people.ts';
import { LONGEST_SESSION } from '../../server/usecases/people/session-lives.ts';
import { root } from '../house/sources.ts';
import { openedRules } from '../opened-rules.ts';
import { MemoryDisk } from '../store/memory-disk.ts';
import { draftStore, exampleDrafts } from './example-drafts.ts';
import { memoryStore, type Service, type ServiceOptions, startService } from './service.ts';
import { grant, settle } from './signed-in.ts';

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

const folder = (path: string, samples = false) => openedRules(join(root, path), samples);

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

/** A made-up token whose 43 characters are all the same. */
const tokenOf = (character: string) => character.repeat(43);

/** Bytes that are the same in each run: the n-th piece that is asked for consists of n. */
function countedBytes(): (bytes: number) => Uint8Array {
  let asked = 0;
  return (bytes) => {
    asked += 1;
    return new Uint8Array(bytes).fill(asked);
  };
}

/** Somebody signed in, under a made-up token. */
async function signInAs(people: People, staffNumber: string, token: string): Promise<void> {
  const { row } = await account(people, staffNumber);
  const begun = people.now();
  const session = {
    staffNumber,
    epoch: row.epoch,
    begun: begun.toISOString(),
    expires: new Date(begun.getTime() + LONGEST_SESSION).toISOString(),
  };
  const id = hashOfToken(token);
  const entry = entryOf(people, { kind: 'system' }, 'session.begun', accountSubject(staffNumber));
  await people.desk.act({ audit: [entry], rows: [{ table: 'sessions', id, expects: 0, row: session }] });
}

/** People of the examples: an administrator (a), an editor (e), others (p, o), one who is invited (i), one to be locked. */
async function examplePeople(people: People): Promise<void> {
  await settle(people, 'LC-1001', grant('administrator'));
  await settle(people, 'LC-1021', grant('countyEditor', '371525'));
  await settle(people, 'LC-1055', grant('analyst'));
  await settle(people, 'LC-1077', grant('countyReviewer', '371525'));
  const grants = [grant('cityEditor', '371500')];
  const { held } = await createAccount(people, { kind: 'system' }, { staffNumber: 'LC-1088', name: '吴敏', grants });
  const invitation = { hash: hashOfToken(tokenOf('i')), expires: '2019-07-08T00:00:00.000Z' };
  const entry = entryOf(people, { kind: 'system' }, 'account.changed', accountSubject('LC-1088'));
  const row = { ...held.row, invitation };
  await people.desk.act({ audit: [entry], rows: [{ table: 'accounts', id: 'LC-1088', expects: 1, row }] });
  for (const [staffNumber, token] of [
    ['LC-1001', 'a'],
    ['LC-1021', 'e'],
    ['LC-1077', 'p'],
    ['LC-1077', 'o'],
  ] as const)
    await signInAs(people, staffNumber, tokenOf(token));
}

const atWork = () => ({
  origin: 'https://dixian.example',
  random: countedBytes(),
  prepare: examplePeople,
  clock: () => 0,
});

/** A service that can be read, and whose desk refuses every act. */
const refusingDesk = (code: string, args: Readonly<Record<string, string | number>>): ServiceOptions => ({
  ...atWork(),
  prepare: async (people) => {
    await examplePeople(people);
    const { desk } = people;
    const refusing = {
      row: desk.row.bind(desk),
      rows: desk.rows.bind(desk),
      audit: desk.audit,
      act: async () => refuse(code, args),
    };
    Object.assign(people, { desk: refusing });
  },
});

/** How a service stands when an example is asked of it. */
const setUps: Readonly<Record<string, () => Promise<ServiceOptions> | ServiceOptions>> = {
  open: () => ({}),
  samples: () => ({ samples: true }),
  proofs: () => ({ random: countedBytes() }),
  keys: () => ({ access: access() }),
  small: () => ({ limits: { bodyBytes: 200, claims: 2 } }),
  slow: () => ({ limits: { bodySeconds: 0 } }),
  rate: () => ({ limits: { requestsPerSecond: 1, burst: 1 } }),
  strained: () => ({ limits: { memoryMegabytes: 0 } }),
  empty: async () => ({ rules: await noRules() }),
  broken: async () => ({ rules: await brokenRules() }),
  cities: async () => ({ rules: await folder('test/cities') }),
  people: atWork,
  peopleOnly: () => ({ ...atWork(), access: accessOf([], true) }),
  triedOften: () => ({
    ...atWork(),
    prepare: async (people) => {
      await examplePeople(people);
      for (let index = 0; index < 5; index += 1) people.backOff.attempt('LC-1021', '127.0.0.1');
    },
  }),
  fullDisk: async () => {
    const disk = new MemoryDisk();
    const prepare = async (people: People) => {
      await examplePeople(people);
      disk.failAt(1, { kind: 'error', code: 'ENOSPC' });
    };
    return { ...atWork(), store: await memoryStore(disk), prepare };
  },
  busyDisk: () => refusingDesk('storeBusy', { seconds: 1 }),
  hangingDisk: () => refusingDesk('storeStalled', { seconds: 5 }),
  contended: () => refusingDesk('stateMoved', { table: 'sessions', id: '' }),
  settingUp: () => ({
    ...atWork(),
    prepare: async (people) => {
      people.setUp.hash = hashOfToken(tokenOf('s'));
    },
  }),
  drafts: async () => {
    const store = await draftStore();
    return {
      ...atWork(),
      ...{ store, rules: store },
      prepare: async (people) => {
        await examplePeople(people);
        await settle(people, 'LC-1099', grant('cityReviewer', '371500'));
        await signInAs(people, 'LC-1099', tokenOf('c'));
        await exampleDrafts(store, people);
      },
    };
  },
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
