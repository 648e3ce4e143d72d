import type { SampleOffice } from '../../schemas/generated/documents.ts';
import { type Access, accessOf } from '../access/identify.ts';
import { type Reach, reachedByOthers } from '../access/loopback.ts';
import { shanghaiDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { say } from '../domain/messages/index.ts';
import type { Store } from '../store/store.ts';
import { refreshKeys } from '../usecases/people/issued-keys.ts';
import { newPeople, type People } from '../usecases/people/people.ts';
import { openSetUp } from '../usecases/people/set-up.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { firstRules } from './first-rules.ts';
import { openingAct, signIns } from './opening-act.ts';
import type { CommandLine } from './program.ts';
import { findingLine } from './report.ts';
import { type ConfigurationOptions, serviceConfiguration } from './service-configuration.ts';
import { serviceThreads } from './service-threads.ts';
import type { Workplace } from './workplace.ts';

/** The package was put together without the pages' build: what only people do cannot be done here. */
const NO_PAGES: Finding = { code: 'pagesMissing', severity: 'warning', args: {} };

/** `dixian serve`: the HTTP service over its own data folder. */
export const serveCommand: CommandLine<ConfigurationOptions> = {
  name: 'serve',
  help: 'helpServe',
  options: [['--config <file>', 'helpConfigFile']],
  async run(workplace, options) {
    const { lang, demo = false } = options;
    const { configuration, warnings } = serviceConfiguration(workplace, options);
    const { data, rules, metrics, log, keys } = configuration;
    const access = accessOf(keys, configuration.evaluationNeedsKey);
    const withoutPages = workplace.pagesFolder === null ? [NO_PAGES] : [];
    for (const warning of [...warnings, ...exposure(access, configuration), ...withoutPages])
      workplace.terminal.errors.write(`${findingLine(warning, lang)}\n`);
    const now = () => workplace.now(demo, configuration.now);
    // From here on a signal is heard: one that comes while the service starts stops it as one that comes later.
    const stopped = workplace.untilStopped();
    // What only a service needs is loaded by it alone: the other commands start in half the time.
    const [{ startHttpService }, { serviceLog }, { warmUp }] = await Promise.all([
      import('../http/new-service.ts'),
      import('../http/service-log.ts'),
      import('../http/warm-up.ts'),
    ]);
    const office = demo ? await sampleOffice(workplace, rules) : null;
    const store = await workplace.openStore(data, () => firstRules(workplace, options, rules), now());
    const lines = await workplace.logStream();
    const book = new RuleBook(store);
    const people = peopleIn(store, book, now, workplace);
    await refreshKeys(store, access);
    const threads = serviceThreads(workplace, store, book, configuration);
    const keptProofs = await workplace.openProofs(data, now);
    try {
      const played =
        office === null ? null : await openingAct(people, book, configuration.limits.textBytes, office, threads.solver);
      const service = await startHttpService({
        ...configuration,
        ...threads,
        version: workplace.version,
        demo,
        now,
        book,
        keptProofs,
        access,
        people,
        keyNames: keys.map(({ name }) => name),
        metricsOpen: metrics === 'open',
        referenceFolder: workplace.referenceFolder,
        pagesFolder: workplace.pagesFolder,
        log: serviceLog(log, lines),
        store,
      });
      const said = (code: string, args: Finding['args'] = {}) =>
        workplace.terminal.output.write(`${say(code, args, lang).message}\n`);
      said('listening', { address: service.address });
      const token = await openSetUp(people);
      if (token !== null) said('setUpLink', { link: `${configuration.origin ?? service.address}/setup#${token}` });
      if (demo) said('listeningDemo', { data, now: shanghaiDate(now()) });
      for (const { code, args } of office === null || played === null ? [] : signIns(played, office)) said(code, args);
      let isStopped = false;
      void stopped.then(() => {
        isStopped = true;
      });
      const warm = warmUp(book, { today: shanghaiDate(now()), isOver: () => isStopped });
      await stopped;
      await Promise.all([service.stop(), warm]);
      said('stopped');
    } finally {
      await store.close();
      lines.end();
    }
    return 0;
  },
};

/** The people of a store: their attempts timed by this machine's clock, their secrets made by chance. */
function peopleIn(store: Store, book: RuleBook, now: () => Date, { random, scrypt }: Workplace): People {
  return newPeople({
    desk: store,
    now,
    clock: () => performance.now(),
    random,
    scrypt,
    places: () => book.registry(),
  });
}

/** The sample office of a folder of rules, checked before anything is written. @throws Refusal with what is wrong, and where */
async function sampleOffice(workplace: Workplace, rules: string): Promise<SampleOffice | null> {
  const found = await workplace.openSampleOffice(rules);
  return found === null
    ? null
    : (await import('../usecases/sample-office/read-office.ts')).readOffice(found.text, found.file);
}

/** A warning where whoever reaches the service may use it, and others than this machine can. */
function exposure({ open }: Access, reach: Reach): readonly Finding[] {
  const [setting, value] = reachedByOthers(reach) ?? [];
  if (!open || setting === undefined || value === undefined) return [];
  return [{ code: 'openToAll', severity: 'warning', args: { setting, value } }];
}
