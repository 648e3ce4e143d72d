import { type Access, accessOf } from '../access/identify.ts';
import { isLoopback } from '../access/loopback.ts';
import { shanghaiDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { say } from '../domain/messages/index.ts';
import { createListener } from '../http/listener.ts';
import { startServer } from '../http/server.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import type { CommandLine } from './program.ts';
import { findingLine } from './report.ts';
import { type ConfigurationOptions, serviceConfiguration } from './service-configuration.ts';

/** `dixian serve`: the HTTP service over its own data folder. */
export const serveCommand: CommandLine<ConfigurationOptions> = {
  name: 'serve',
  help: 'helpServe',
  options: [['--config <file>', 'helpConfigFile']],
  async run(workplace, options) {
    const { lang, demo = false } = options;
    const { errors, output } = workplace.terminal;
    const { configuration, warnings } = serviceConfiguration(workplace, options);
    const { host, port, data, rules, limits } = configuration;
    const access = accessOf(configuration.keys);
    for (const warning of [...warnings, ...exposure(access, host)]) errors.write(`${findingLine(warning, lang)}\n`);
    const now = workplace.now(demo, configuration.now);
    // From here on a signal is heard: one that comes while the service starts stops it as one that comes later.
    const stopped = workplace.untilStopped();
    const store = await workplace.openStore(data, demo, rules, now);
    const report = (id: string, error: unknown) =>
      errors.write(
        `${JSON.stringify({ at: new Date().toISOString(), level: 'error', requestId: id, error: reasonOf(error) })}\n`,
      );
    try {
      const evaluate = evaluator(new RuleBook(store));
      const server = await startServer(createListener({ version: workplace.version, evaluate, report }), host, port);
      output.write(`${say('listening', { address: server.address }, lang).message}\n`);
      if (demo) output.write(`${say('listeningDemo', { data, now: shanghaiDate(now) }, lang).message}\n`);
      await stopped;
      await server.stop(limits.stopSeconds * 1000);
      output.write(`${say('stopped', {}, lang).message}\n`);
    } finally {
      await store.close();
    }
    return 0;
  },
};

/** A warning where whoever reaches the service may use it, and others than this machine can. */
function exposure({ open }: Access, host: string): readonly Finding[] {
  return open && !isLoopback(host) ? [{ code: 'openToAll', severity: 'warning', args: { host } }] : [];
}

/** Where it went wrong, without what the caller sent: messages of errors may quote it, stacks name only our code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
