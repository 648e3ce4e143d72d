import type { SampleOffice } from '../../schemas/generated/documents.ts';
import { type Access, accessOf } from '../access/identify.ts';
import { isLoopback } from '../access/loopback.ts';
import { shanghaiDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { say } from '../domain/messages/index.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { refreshKeys } from '../usecases/people/issued-keys.ts';
import { newPeople } from '../usecases/people/people.ts';
import { openSetUp } from '../usecases/people/set-up.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { openingAct, signIns } from './opening-act.ts';
import type { CommandLine } from './program.ts';
import { findingLine } from './report.ts';
import { type ConfigurationOptions, serviceConfiguration } from './service-configuration.ts';
import type { Workplace } from './workplace.ts';

/** Megabytes of heap for a thread of proofs, beside what their solver takes. */
const PROOF_MEGABYTES = 512;

/** Proofs at work at once that somebody asked for. */
const PROOF_JOBS = 2;

/** `dixian serve`: the HTTP service over its own data folder. */
export const serveCommand: CommandLine<ConfigurationOptions> = {
  name: 'serve',
  help: 'helpServe',
  options: [['--config <file>', 'helpConfigFile']],
  async run(workplace, options) {
    const { lang, demo = false } = options;
    const { errors, output } = workplace.terminal;
    const { configuration, warnings } = serviceConfiguration(workplace, options);
    const { host, data, rules, metrics, log, keys } = configuration;
    const access = accessOf(keys, configuration.evaluationNeedsKey);
    for (const warning of [...warnings, ...exposure(access, host)]) errors.write(`${findingLine(warning, lang)}\n`);
    const now = () => workplace.now(demo, configuration.now);
    // From here on a signal is heard: one that comes while the service starts stops it as one that comes later.
    const stopped = workplace.untilStopped();
    // What only a service needs is loaded by it alone: the other commands start in half the time.
    const [{ startHttpService }, { serviceLog }] = await Promise.all([
      import('../http/new-service.ts'),
      import('../http/service-log.ts'),
    ]);
    const office = demo ? await sampleOffice(workplace, rules) : null;
    const store = await workplace.openStore(data, demo, rules, now());
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
    const proofThread = workplace.openPool(store, evaluator(book), pool.hasThreads ? 1 : 0, undefined, PROOF_MEGABYTES);
    const jobThreads = pool.hasThreads ? Math.min(PROOF_JOBS, pool.hands) : 0;
    const proofJobThreads = workplace.openPool(store, evaluator(book), jobThreads, undefined, PROOF_MEGABYTES);
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
      await stopped;
      await service.stop();
      output.write(`${say('stopped', {}, lang).message}\n`);
    } finally {
      await store.close();
      lines.end();
    }
    return 0;
  },
};

/** The sample office of a folder of rules, checked before anything is written. @throws Refusal with what is wrong, and where */
async function sampleOffice(workplace: Workplace, rules: string): Promise<SampleOffice | null> {
  const found = await workplace.openSampleOffice(rules);
  return found === null
    ? null
    : (await import('../usecases/sample-office/read-office.ts')).readOffice(found.text, found.file);
}

/** A warning where whoever reaches the service may use it, and others than this machine can. */
function exposure({ open }: Access, host: string): readonly Finding[] {
  return open && !isLoopback(host) ? [{ code: 'openToAll', severity: 'warning', args: { host } }] : [];
}
