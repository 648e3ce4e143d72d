import type { Finding, FindingArgument } from '../../domain/finding.ts';
import { inBoth, nearest } from '../../rulesets/words.ts';
import { type NamedValue, namedSource } from './named-source.ts';
import { type Setting, settings, variableOf } from './settings.ts';
import type { Source } from './source.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that names the configuration file. */
export const FILE_VARIABLE = 'DIXIAN_CONFIG';

/** Variables of ours that are no settings: which file to read, and whether commands tell where in the program they failed. */
const others = [FILE_VARIABLE, 'DIXIAN_DEBUG'];

/** What environment variables set. One that is empty sets nothing. */
export function environmentSource(environment: Environment): Source {
  const texts = settings.flatMap((setting): readonly (readonly [Setting, NamedValue])[] => {
    const text = environment[setting.variable];
    return text === undefined || text === '' ? [] : [[setting, { name: setting.variable, text }]];
  });
  return namedSource('variable', new Map(texts));
}

/**
 * A warning for every variable that begins as ours do and is none. No error, because containers get such names from elsewhere:
 * Kubernetes sets DIXIAN_SERVICE_HOST for a service that is called dixian.
 */
export function unknownVariables(environment: Environment): readonly Finding[] {
  const known = [...settings.map(({ variable }) => variable), ...others];
  return Object.keys(environment)
    .filter((name) => name.startsWith('DIXIAN_') && !known.includes(name))
    .sort()
    .map((name) => ({
      code: 'variableUnknown',
      severity: 'warning',
      args: { meant: meantBy(name, known) },
      at: { variable: name },
    }));
}

/** The question whether another variable was meant, in both languages; nothing where none is near. */
function meantBy(name: string, known: readonly string[]): FindingArgument {
  // HOST and PORT have names of their own; who writes them as the others are named means them.
  const systematic = settings.find(({ steps }) => variableOf(steps) === name);
  if (systematic !== undefined) return inBoth('didYouMean', { name: systematic.variable });
  // All begin alike, which would make everything near.
  const rest = (variable: string) => variable.replace(/^DIXIAN_/, '');
  const near = nearest(rest(name), known.map(rest));
  const meant = known.find((one) => rest(one) === near);
  return meant === undefined ? '' : inBoth('didYouMean', { name: meant });
}
