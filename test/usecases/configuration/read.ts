import type { Finding } from '../../../server/domain/finding.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { Environment } from '../../../server/usecases/configuration/environment.ts';
import { readConfiguration } from '../../../server/usecases/configuration/read-configuration.ts';

/** What is derived on the machine of these tests. */
export const defaults = { data: './data', rules: './rules', now: null, workers: 3, memoryMegabytes: 700 };

/** Reads a configuration file's text, variables, and options by the setting's path. */
export function read(
  text: string | null,
  environment: Environment = {},
  options: Readonly<Record<string, string>> = {},
) {
  return readConfiguration({
    defaults,
    file: text === null ? null : { file: 'c.yaml', text },
    environment,
    options: Object.fromEntries(
      Object.entries(options).map(([path, given]) => [path, { name: `--${path}`, text: given }]),
    ),
  });
}

/** What is found wrong; nothing where it can be used. */
export function mistakes(text: string | null, environment: Environment = {}): readonly Finding[] {
  try {
    read(text, environment);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.findings;
    throw error;
  }
}

/** Mistakes as `place code`. */
export function told(text: string | null, environment: Environment = {}): readonly string[] {
  return mistakes(text, environment).map(({ code, at }) => {
    const place = at?.file === undefined ? at?.variable : `${at.line}:${at.column}`;
    return `${place} ${code}`;
  });
}
