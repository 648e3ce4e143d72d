import { say } from '../domain/messages/index.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { inShort } from '../rulesets/words.ts';
import { LONGEST_NAME, newAccountIn } from '../usecases/people/account-request.ts';
import { createAccount } from '../usecases/people/accounts.ts';
import { MOST_GRANTS } from '../usecases/people/grants.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { firstRules } from './first-rules.ts';
import type { CommandLine } from './program.ts';
import { type ConfigurationOptions, serviceConfiguration } from './service-configuration.ts';

type UserOptions = ConfigurationOptions & { readonly name?: string; readonly role?: readonly string[] };

/**
 * `dixian user add STAFFNUMBER --name NAME --role ROLE@CODE…`: makes an account in a data folder that no process owns, and
 * prints the link by which its person chooses a password. Whoever may write the folder may do that: it is the way back in where
 * the last administrator has left.
 */
export const userCommand: CommandLine<UserOptions> = {
  name: 'user',
  arguments: '<verb> <staffNumber>',
  help: 'helpUser',
  options: [
    ['--name <name>', 'helpUserName', { most: LONGEST_NAME }],
    ['--role <role...>', 'helpUserRole', { most: MOST_GRANTS }],
    ['--config <file>', 'helpConfigFile'],
  ],
  async run(workplace, options, [verb = '', staffNumber = '']) {
    if (verb !== 'add') refuse('cliUserVerb', { value: verb });
    const { demo = false, lang, json, name, role = [] } = options;
    const { configuration } = serviceConfiguration(workplace, options);
    const now = () => workplace.now(demo, configuration.now);
    const grants = role.map(grantIn);
    const wish = { staffNumber, name: name ?? refuse('cliMissingOption', { name: '--name' }), grants };
    const { data, rules } = configuration;
    const store = await workplace.openStore(data, () => firstRules(workplace, options, rules), now());
    try {
      const places = await new RuleBook(store).registry();
      const checked = checkedByOption(() => newAccountIn(wish, places));
      const { invitation } = await createAccount(
        { desk: store, now, random: workplace.random },
        { kind: 'system' },
        checked,
      );
      const { host, port, origin } = configuration;
      const link = `${origin ?? `http://${host}:${port}`}/invitation#${invitation?.token}`;
      const shown = { name: checked.name, staffNumber, expires: invitation?.expires ?? '', link };
      const { output } = workplace.terminal;
      output.write(
        json === true ? `${JSON.stringify(shown, null, 2)}\n` : `${say('invitationLink', shown, lang).message}\n`,
      );
    } finally {
      await store.close();
    }
    return 0;
  },
};

/** `countyEditor@990101` as a request writes it. @throws Refusal `cliRoleMalformed` */
function grantIn(text: string): { readonly role: string; readonly jurisdiction?: string } {
  const [role = '', jurisdiction, ...more] = text.split('@');
  if (role === '' || jurisdiction === '' || more.length > 0) refuse('cliRoleMalformed', { value: inShort(text) });
  return jurisdiction === undefined ? { role } : { role, jurisdiction };
}

/** What is wrong with an option is told by its name. */
function checkedByOption<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.findings.map(({ at, ...finding }) => {
        const field = at?.pointer?.split('/')[1];
        return {
          ...finding,
          at: { variable: field === 'grants' ? '--role' : field === 'name' ? '--name' : (field ?? '') },
        };
      }),
    );
  }
}
