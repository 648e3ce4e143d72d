import { KEY_BYTES } from '../access/api-key.ts';
import { say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
import { makeKey } from '../usecases/configuration/make-key.ts';
import type { CommandLine } from './program.ts';
import type { CommonOptions } from './workplace.ts';
import { yamlItem } from './yaml-text.ts';

/** As the schema of the configuration has them, into which the key is to be written. */
const LONGEST_NAME = 64;
const MOST_JURISDICTIONS = 1000;

type KeyOptions = CommonOptions & {
  readonly name?: string;
  readonly scopes?: string;
  readonly jurisdictions?: string;
  readonly expires?: string;
};

/** `dixian key --name NAME`: makes an API key, shows it once, and gives the entry of the configuration, which holds its hash alone. */
export const keyCommand: CommandLine<KeyOptions> = {
  name: 'key',
  help: 'helpKey',
  options: [
    ['--name <name>', 'helpKeyName', { most: LONGEST_NAME }],
    ['--scopes <scopes>', 'helpKeyScopes'],
    ['--jurisdictions <codes>', 'helpKeyJurisdictions', { most: MOST_JURISDICTIONS }],
    ['--expires <date>', 'helpKeyExpires'],
  ],
  async run({ terminal, random }, { name, scopes = 'evaluate', jurisdictions, expires, lang, json }) {
    const wanted = {
      name: name ?? refuse('cliMissingOption', { name: '--name' }),
      scopes: items(scopes),
      ...(jurisdictions === undefined ? {} : { jurisdictions: items(jurisdictions) }),
      ...(expires === undefined ? {} : { expires }),
    };
    const made = makeKey(wanted, random(KEY_BYTES));
    if (json === true) terminal.output.write(`${JSON.stringify(made, null, 2)}\n`);
    else {
      const words = (code: 'keyShownOnce' | 'keyEntry') => say(code, {}, lang).message;
      const entry = yamlItem(made.entry, '  ');
      terminal.output.write([words('keyShownOnce'), made.key, '', words('keyEntry'), ...entry, ''].join('\n'));
    }
    return 0;
  },
};

function items(list: string): readonly string[] {
  return list.split(',').map((item) => item.trim());
}
