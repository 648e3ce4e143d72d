import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isDate } from '../domain/dates.ts';
import type { Language } from '../domain/label.ts';
import { type MessageCode, say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
import { edits } from '../rulesets/edits.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { changelogCommand } from './changelog.ts';
import { checkCommand } from './check.ts';
import { configCommand } from './config.ts';
import { diffCommand } from './diff.ts';
import { digestCommand } from './digest.ts';
import { edgesCommand } from './edges.ts';
import { evaluateCommand, MOST_WORKERS } from './evaluate.ts';
import { exportCommand } from './export.ts';
import { floorCommand } from './floor.ts';
import { importCommand } from './import.ts';
import { keyCommand } from './key.ts';
import { proveCommand } from './prove.ts';
import { tellFailure } from './report.ts';
import { restoreCommand } from './restore.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { testCommand } from './test.ts';
import { userCommand } from './user.ts';
import { validateCommand } from './validate.ts';
import type { CommonOptions, ExitCode, Workplace } from './workplace.ts';

/** What a command's file says of it; `program.ts` makes the command line of it. */
export interface CommandLine<Options extends CommonOptions = CommonOptions> {
  readonly name: string;
  /** As commander writes it: `<needed>`, `[optional]`, `[many...]`. */
  readonly arguments?: string;
  readonly help: MessageCode;
  /** Options of its own, with what help says of them, and the values that they take where not every text is one. */
  readonly options?: readonly (readonly [flags: string, help: MessageCode, values?: readonly string[] | Bound])[];
  run(workplace: Workplace, options: Options, values: readonly string[]): Promise<ExitCode>;
}

/** The most that an option takes, for help to say. */
export interface Bound {
  readonly most: number;
}

/** Classes of changes that a comparison may be told to fail on. */
const FAILING = ['worse', 'mixed', 'undetermined'];

const commands: readonly CommandLine<never>[] = [
  serveCommand,
  validateCommand,
  evaluateCommand,
  testCommand,
  floorCommand,
  showCommand,
  diffCommand,
  changelogCommand,
  digestCommand,
  edgesCommand,
  proveCommand,
  checkCommand,
  configCommand,
  keyCommand,
  userCommand,
  exportCommand,
  importCommand,
  backupCommand,
  restoreCommand,
  auditCommand,
];

/** Runs the command that the arguments name; nothing is thrown, everything is said. */
export async function runProgram(args: readonly string[], workplace: Workplace): Promise<ExitCode> {
  const language = languageIn(args);
  const { output, errors } = workplace.terminal;
  const done: { code: ExitCode } = { code: 0 };
  const program = base(new Command('dixian'), language, workplace)
    .description(words('helpProgram', language))
    .version(workplace.version, '-V, --version', words('helpVersion', language))
    .helpCommand(false);
  for (const command of commands) addCommand(program, command, language, workplace, done);
  try {
    if (args.length === 0) output.write(program.helpInformation());
    else await program.parseAsync([...args], { from: 'user' });
    return args.length === 0 ? 2 : done.code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = error instanceof CommanderError ? refusalOf(error, program) : error;
    return tellFailure(failure, language, errors, workplace.environment);
  }
}

function base(command: Command, language: Language, { terminal }: Workplace): Command {
  return command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      // Errors are told in our own words, from their codes.
      writeErr: () => {},
      outputError: () => {},
    })
    .helpOption('-h, --help', words('helpHelp', language))
    .showSuggestionAfterError(false);
}

function addCommand(
  program: Command,
  line: CommandLine,
  language: Language,
  workplace: Workplace,
  done: { code: ExitCode },
): void {
  const command = base(program.command(line.name), language, workplace).description(words(line.help, language));
  if (line.arguments !== undefined) command.arguments(line.arguments);
  for (const [flags, help, values] of line.options ?? []) {
    const bound = values !== undefined && 'most' in values ? values : null;
    const choices = values !== undefined && !('most' in values) ? values : undefined;
    command.addOption(ownOption(flags, words(help, language, bound === null ? {} : { most: bound.most }), choices));
  }
  command
    .option('--rules <dir>', words('helpRules', language))
    .option('--data <dir>', words('helpData', language))
    .option('--demo', words('helpDemo', language))
    .addOption(new Option('--lang <lang>', words('helpLang', language)).choices(['zh', 'en']).default('zh'))
    .option('--json', words('helpJson', language))
    .action(async () => {
      refuseTwoForms(line, command.opts<TwoForms>());
      done.code = await line.run(workplace, command.opts<CommonOptions>(), command.args);
    });
}

/** The two options that say in which form a command answers. */
type TwoForms = CommonOptions & { readonly format?: string };

/** `--json` says the form, and so does `--format`: neither is passed over in silence where they say two. */
function refuseTwoForms({ options = [] }: CommandLine, { json, format = 'json' }: TwoForms): void {
  if (json !== true || format === 'json' || !options.some(([flags]) => flags.startsWith('--format '))) return;
  refuse('cliNotTogether', { first: `--format ${format}`, second: '--json' });
}

function ownOption(flags: string, help: string, choices: readonly string[] | undefined): Option {
  const option = new Option(flags, help);
  if (choices !== undefined) return option.choices([...choices]);
  if (flags.startsWith('--fail-on')) return option.argParser(classesOf);
  if (flags.startsWith('--workers')) return option.argParser(workersOf);
  return flags.startsWith('--date') ? option.argParser(dateOf) : option;
}

function classesOf(text: string): readonly string[] {
  const classes = text.split(',').map((one) => one.trim());
  if (!classes.every((one) => FAILING.includes(one))) throw new InvalidArgumentError(FAILING.join(', '));
  return classes;
}

function workersOf(text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_WORKERS) throw new InvalidArgumentError(`1–${MOST_WORKERS}`);
  return number;
}

function dateOf(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}

/** The language asked for, before anything is parsed: help and errors are told in it as well. */
function languageIn(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  return given === 'en' ? 'en' : 'zh';
}

function words(code: MessageCode, language: Language, args: Readonly<Record<string, number>> = {}): string {
  return say(code, args, language).message;
}

/** What commander complains of, in our catalogue's terms. */
function refusalOf(error: CommanderError, program: Command): unknown {
  const quoted = /['‘’"]([^'‘’"]*)['‘’"]/.exec(error.message)?.[1] ?? '';
  const [name = ''] = quoted.split(' ');
  try {
    switch (error.code) {
      case 'commander.unknownOption':
        return refuse('cliUnknownOption', { given: quoted, suggestion: suggestion(quoted, optionsOf(program)) });
      case 'commander.unknownCommand':
        return refuse('cliUnknownCommand', {
          given: quoted,
          suggestion: suggestion(
            quoted,
            program.commands.map((one) => one.name()),
          ),
        });
      case 'commander.missingArgument':
        return refuse('cliMissingArgument', { name: quoted });
      case 'commander.missingMandatoryOptionValue':
        return refuse('cliMissingOption', { name });
      case 'commander.optionMissingArgument':
        return refuse('cliOptionNeedsValue', { name });
      case 'commander.invalidArgument':
        return refuse('cliInvalidValue', invalidValue(error.message));
      case 'commander.excessArguments':
        return refuse('cliTooManyArguments');
      default:
        return refuse('cliUnexpected', { reason: error.message });
    }
  } catch (refusal) {
    return refusal;
  }
}

/** `option '--lang <lang>' argument 'fr' is invalid. Allowed choices are zh, en.` */
function invalidValue(message: string): Record<string, string> {
  const [, flags = '', value = '', rest = ''] =
    /option '([^']*)' argument '([^']*)' is invalid\. ?(.*)/.exec(message) ?? [];
  return {
    name: flags.split(' ')[0] ?? flags,
    value,
    known: rest.replace('Allowed choices are ', '').replace(/\.$/, ''),
  };
}

/** Options of the command that was called; of the program itself where none was. */
function optionsOf(program: Command): readonly string[] {
  const [name] = program.args;
  const called = program.commands.find((one) => one.name() === name) ?? program;
  return called.options.map(({ long }) => long ?? '');
}

/** The nearest of the known names, as both languages ask it; nothing where none is near. */
function suggestion(given: string, known: readonly string[]): { readonly zh: string; readonly en: string } {
  const [nearest = ''] = known.toSorted((one, other) => edits(given, one) - edits(given, other));
  if (nearest === '' || edits(given, nearest) > 3) return { zh: '', en: '' };
  const asked = (language: Language) => say('cliDidYouMean', { name: nearest }, language).message;
  return { zh: asked('zh'), en: asked('en') };
}
