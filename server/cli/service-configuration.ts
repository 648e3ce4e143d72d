import { FILE_VARIABLE } from '../usecases/configuration/environment.ts';
import { MOST_CONFIGURATION_BYTES } from '../usecases/configuration/file-source.ts';
import type { NamedValue } from '../usecases/configuration/named-source.ts';
import { type ReadConfiguration, readConfiguration } from '../usecases/configuration/read-configuration.ts';
import { readText } from './report.ts';
import type { CommonOptions, Workplace } from './workplace.ts';

/** Options of the commands that read the service's configuration. */
export type ConfigurationOptions = CommonOptions & { readonly config?: string };

/** The service's configuration, and the file it was read from. */
export interface ServiceConfiguration extends ReadConfiguration {
  readonly file: string | null;
}

/**
 * The configuration that file, environment and options make together.
 * @throws Refusal with every mistake; or where the file cannot be read
 */
export function serviceConfiguration(workplace: Workplace, options: ConfigurationOptions): ServiceConfiguration {
  const { environment } = workplace;
  const file = options.config ?? (environment[FILE_VARIABLE] || null);
  const read = readConfiguration({
    defaults: workplace.defaults(options.demo === true),
    file: file === null ? null : { file, text: readText(file, MOST_CONFIGURATION_BYTES) },
    environment,
    options: { ...given('data', options.data), ...given('rules', options.rules) },
  });
  return { ...read, file };
}

function given(path: string, text: string | undefined): Readonly<Record<string, NamedValue>> {
  return text === undefined ? {} : { [path]: { name: `--${path}`, text } };
}
