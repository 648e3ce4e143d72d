import { shanghaiDate } from '../domain/dates.ts';
import { say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
import { createListener } from '../http/listener.ts';
import { startServer } from '../http/server.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import type { CommandLine } from './program.ts';

/** `dixian serve`: the HTTP service over its own data folder. */
export const serveCommand: CommandLine = {
  name: 'serve',
  help: 'helpServe',
  async run(workplace, { lang, demo = false, data, rules }) {
    const { environment, terminal } = workplace;
    const host = environment.HOST ?? '127.0.0.1';
    const port = portOf(environment.PORT ?? '8080');
    const folder = data ?? environment.DIXIAN_DATA ?? (demo ? './data-demo' : './data');
    const now = workplace.now(demo);
    const store = await workplace.openStore(folder, demo, rules);
    const report = (id: string, error: unknown) =>
      terminal.errors.write(
        `${JSON.stringify({ at: new Date().toISOString(), level: 'error', requestId: id, error: reasonOf(error) })}\n`,
      );
    try {
      const evaluate = evaluator(new RuleBook(store));
      const server = await startServer(createListener({ version: workplace.version, evaluate, report }), host, port);
      terminal.output.write(`${say('listening', { address: server.address }, lang).message}\n`);
      if (demo)
        terminal.output.write(`${say('listeningDemo', { data: folder, now: shanghaiDate(now) }, lang).message}\n`);
      await workplace.untilStopped();
      await server.stop();
      terminal.output.write(`${say('stopped', {}, lang).message}\n`);
    } finally {
      await store.close();
    }
    return 0;
  },
};

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : refuse('portNotNumber', { value: text });
}

/** Where it went wrong, without what the caller sent: messages of errors may quote it, stacks name only our code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
