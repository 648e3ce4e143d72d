import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { Origin } from '../usecases/configuration/configuration.ts';
import { settings } from '../usecases/configuration/settings.ts';
import { shown } from '../usecases/configuration/shown.ts';
import type { CommandLine } from './program.ts';
import { findingLine } from './report.ts';
import { type ConfigurationOptions, type ServiceConfiguration, serviceConfiguration } from './service-configuration.ts';
import { yamlItem, yamlText } from './yaml-text.ts';

/** `dixian config`: the configuration in effect as YAML, with where each value comes from; hashes of keys cut short. */
export const configCommand: CommandLine<ConfigurationOptions> = {
  name: 'config',
  help: 'helpConfig',
  options: [['--config <file>', 'helpConfigFile']],
  async run(workplace, options) {
    const { output, errors } = workplace.terminal;
    const read = serviceConfiguration(workplace, options);
    for (const warning of read.warnings) errors.write(`${findingLine(warning, options.lang)}\n`);
    output.write(options.json === true ? `${json(read)}\n` : inYaml(read, options.lang));
    return 0;
  },
};

function json({ file, configuration, origins }: ServiceConfiguration): string {
  const all = settings.map((setting) => ({
    path: setting.path,
    variable: setting.variable,
    value: shown(setting, configuration),
    from: origins.get(setting.path),
  }));
  return JSON.stringify({ file, settings: all }, null, 2);
}

function inYaml({ file, configuration, origins }: ServiceConfiguration, language: Language): string {
  const head = file === null ? say('configurationNoFile', {}, language) : say('configurationFile', { file }, language);
  const lines = [`# ${head.message}`];
  let group = '';
  for (const setting of settings) {
    const [key = '', ...outer] = setting.steps.toReversed();
    const above = outer.toReversed().join('.');
    if (above !== group && above !== '') lines.push(`${above}:`);
    group = above;
    const origin = originWords(origins.get(setting.path) ?? { kind: 'default' }, language);
    lines.push(...settingLines(key, shown(setting, configuration), origin, '  '.repeat(outer.length)));
  }
  return `${lines.join('\n')}\n`;
}

/** One setting with a comment that tells its origin; one without a value is a comment altogether. */
function settingLines(key: string, value: unknown, origin: string, indent: string): readonly string[] {
  if (value === null) return [`${indent}# ${key}: (${origin})`];
  if (!Array.isArray(value) || value.length === 0) return [`${indent}${key}: ${yamlText(value)} # ${origin}`];
  const items = value.flatMap((item: object) => yamlItem(item, `${indent}  `));
  return [`${indent}${key}: # ${origin}`, ...items];
}

function originWords(origin: Origin, language: Language): string {
  switch (origin.kind) {
    case 'default':
      return say('originDefault', {}, language).message;
    case 'derived':
      return say('originDerived', {}, language).message;
    case 'file':
      return say('originFile', { line: origin.line }, language).message;
    case 'variable':
      return say('originVariable', { name: origin.name }, language).message;
    case 'option':
      return say('originOption', { name: origin.name }, language).message;
  }
}
