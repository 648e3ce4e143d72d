import type { Label } from '../domain/label.ts';
import { refuse } from '../domain/refusal.ts';
import { kindWords } from '../rulesets/kind-words.ts';
import { isVersion } from '../rulesets/version-form.ts';
import { inBoth, inShort } from '../rulesets/words.ts';
import type { CompileOptions } from './compile.ts';

/** How each option is written, for whoever has no compiler that says so: as such, or by the code of its words. */
const WRITTEN = {
  ruleSet: { words: 'libraryDocument' },
  override: { words: 'libraryDocument' },
  version: '1.2.3',
  overrideVersion: '1.2.3',
  language: { words: 'libraryLanguage' },
} as const;

type Option = keyof typeof WRITTEN;

/**
 * What is handed in to be compiled, as far as it can be told without reading a document.
 * @throws Refusal `libraryOption`, `libraryOptionAlone`
 */
export function checkCompileOptions(options: unknown): CompileOptions {
  if (typeof options !== 'object' || options === null) return wrong('ruleSet', undefined);
  const given = options as Readonly<Record<string, unknown>>;
  if (!isDocument(given.ruleSet)) wrong('ruleSet', given.ruleSet);
  if (given.override !== undefined && !isDocument(given.override)) wrong('override', given.override);
  for (const name of ['version', 'overrideVersion'] as const)
    if (given[name] !== undefined && !(typeof given[name] === 'string' && isVersion(given[name])))
      wrong(name, given[name]);
  if (given.language !== undefined && given.language !== 'zh' && given.language !== 'en')
    wrong('language', given.language);
  if (given.overrideVersion !== undefined && given.override === undefined)
    refuse('libraryOptionAlone', { name: 'overrideVersion', other: 'override' }, { pointer: '/overrideVersion' });
  return options as CompileOptions;
}

function isDocument(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

function wrong(name: Option, value: unknown): never {
  const written = WRITTEN[name];
  const wanted = typeof written === 'string' ? written : inBoth(written.words);
  return refuse('libraryOption', { name, given: givenAs(value), wanted }, { pointer: `/${name}` });
}

function givenAs(value: unknown): string | Label {
  if (typeof value === 'string') return inShort(value);
  return value === undefined ? inBoth('givenNothing') : kindWords(value);
}
