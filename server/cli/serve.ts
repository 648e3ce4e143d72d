import type { SampleOffice } from '../../schemas/generated/documents.ts';
import { type Access, accessOf } from '../access/identify.ts';
import { type Reach, reachedByOthers } from '../access/loopback.ts';
import { shanghaiDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { say } from '../domain/messages/index.ts';
import type { ThreadMemory } from '../http/batch/evaluation-pool.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { refreshKeys } from '../usecases/people/issued-keys.ts';
import { newPeople } from '../usecases/people/people.ts';
import { openSetUp } from '../usecases/people/set-up.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { firstRules } from './first-rules.ts';
import { openingAct, signIns } from './opening-act.ts';
import type { CommandLine } from './program.ts';
import { findingLine } from './report.ts';
import { type ConfigurationOptions, serviceConfiguration } from './service-configuration.ts';
import type { Workplace } from './workplace.ts';

/** Proofs at work at once that somebody asked for; one where the service has less memory than this, in megabytes. */
const PROOF_JOBS = 2;
const MEMORY_FOR_ALL = 2_048;

/** The package was put together without the pages' build: what only people do cannot be done here. */
const NO_PAGES: Finding = { code: 'pagesMissing', severity: 'warning', args: {} };

/** `dixian serve`: the HTTP service over its own data folder. */
export const serveCommand: CommandLine<ConfigurationOptions> = {
  name: 'serve',
  help: 'helpServe',
  options: [['--config <file>', 'helpConfigFile']],
  async run(workplace, options) {
    const { lang, demo = false } = options;
    const { errors, output } = workplace.terminal;
    const { configuration, warnings } = serviceConfiguration(workplace, options);
    const { data, rules, metrics, log, keys } = configuration;
    const access = accessOf(keys, configuration.evaluationNeedsKey);
    const withoutPages = workplace.pagesFolder === null ? [NO_PAGES] : [];
    for (const warning of [...warnings, ...exposure(access, configuration), ...withoutPages])
      errors.write(`${findingLine(warning, lang)}\n`);
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
    const people = newPeople({
      desk: store,
      now,
      clock: () => performance.now(),
      random: workplace.random,
      scrypt: workplace.scrypt,
      places: () => book.registry(),
    });
    await refreshKeys(store, access);
    const pool = workplace.openPool(store, evaluator(book), configuration.workers);
    // On one core a proof is made when somebody asks for it.
    const memory = proofMemory(configuration.limits.memoryMegabytes);
    const proofThread = workplace.openPool(store, evaluator(book), pool.hasThreads ? 1 : 0, undefined, memory);
    const jobs = configuration.limits.memoryMegabytes < MEMORY_FOR_ALL ? 1 : PROOF_JOBS;
    const jobThreads = pool.hasThreads ? Math.min(jobs, pool.hands) : 0;
    const proofJobThreads = workplace.openPool(store, evaluator(book), jobThreads, undefined, memory);
    const solver = workplace.openSolver();
    const keptProofs = await workplace.openProofs(data, now);
    try {
      const played =
        office === null ? null : await openingAct(people, book, configuration.limits.textBytes, office, solver);
      const service = await startHttpService({
        ...configuration,
        version: workplace.version,
        demo,
        now,
        book,
        pool,
        proofThread,
        proofJobThreads,
        keptProofs,
        solver,
        access,
        people,
        keyNames: keys.map(({ name }) => name),
        metricsOpen: metrics === 'open',
        referenceFolder: workplace.referenceFolder,
        pagesFolder: workplace.pagesFolder,
        log: serviceLog(log, lines),
        store,
      });
      output.write(`${say('listening', { address: service.address }, lang).message}\n`);
      const token = await openSetUp(people);
      if (token !== null) {
        const link = `${configuration.origin ?? service.address}/setup#${token}`;
        output.write(`${say('setUpLink', { link }, lang).message}\n`);
      }
      if (demo) output.write(`${say('listeningDemo', { data, now: shanghaiDate(now()) }, lang).message}\n`);
      for (const { code, args } of office === null || played === null ? [] : signIns(played, office))
        output.write(`${say(code, args, lang).message}\n`);
      let isStopped = false;
      void stopped.then(() => {
        isStopped = true;
      });
      const warm = warmUp(book, { today: shanghaiDate(now()), isOver: () => isStopped });
      await stopped;
      await Promise.all([service.stop(), warm]);
      output.write(`${say('stopped', {}, lang).message}\n`);
    } finally {
      await store.close();
      lines.end();
    }
    return 0;
  },
};

/**
 * What a thread of proofs and its solver may take of the service's memory; what both are beside that is some 80 MB. All of them
 * at once, however hard their proofs, stay within it from 800 MB on. A proof of the city's rules needs some 30 MB of heap.
 */
function proofMemory(megabytes: number): ThreadMemory {
  const share = (part: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, megabytes * part)));
  return { heapMegabytes: share(1 / 8, 128, 512), solverMegabytes: share(1 / 10, 100, 400) };
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
