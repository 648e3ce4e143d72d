import { withoutKeys } from '../../access/api-key.ts';
import { reachedByOthers } from '../../access/loopback.ts';
import type { Finding, FindingArgument, Place } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { NamedText } from '../validate.ts';
import type { Configuration, DerivedDefaults, Origin } from './configuration.ts';
import { contradictions } from './contradictions.ts';
import { defaultSource } from './default-source.ts';
import { type Environment, environmentSource, unknownVariables } from './environment.ts';
import { fileSource } from './file-source.ts';
import { type NamedValue, namedSource } from './named-source.ts';
import { type Setting, settings } from './settings.ts';
import { FINDINGS, nested, type Source, settingAt } from './source.ts';

/** What a configuration is made of; what stands further down holds over what stands above. */
export interface ConfigurationSources {
  readonly defaults: DerivedDefaults;
  /** The configuration file, where there is one. */
  readonly file: NamedText | null;
  readonly environment: Environment;
  /** What options of the command set, by the setting's path. */
  readonly options: Readonly<Record<string, NamedValue>>;
}

/** A configuration that can be used. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** Where each setting's value comes from, by path, in the order of the schema. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Worth saying, and no obstacle. */
  readonly warnings: readonly Finding[];
}

/**
 * The configuration that file, environment and options make together.
 * @throws Refusal with every mistake in any of them, each with its place; no finding repeats a key
 */
export function readConfiguration({ defaults, file, environment, options }: ConfigurationSources): ReadConfiguration {
  const sources = [
    optionSource(options),
    environmentSource(environment),
    ...(file === null ? [] : [fileSource(file)]),
    defaultSource(defaults),
  ];
  const warnings = unknownVariables(environment).map(keyless);
  refuseAny(
    sources.toReversed().flatMap(({ findings }) => findings),
    warnings,
  );
  const { values, givers, origins } = choose(sources);
  const configuration = frozen(nested(values)) as unknown as Configuration;
  refuseAny(
    contradictions(configuration).map(({ code, args, pointers }) => {
      return { code, severity: 'error', args, at: placeOf(pointers, givers) };
    }),
    warnings,
  );
  const { origin } = configuration;
  return { configuration: frozen({ ...configuration, origin: origin && asSent(origin) }), origins, warnings };
}

/** An address as browsers send it: in small letters, without the port that its scheme has anyway. */
function asSent(origin: string): string {
  return new URL(origin).origin;
}

interface Chosen {
  readonly values: ReadonlyMap<Setting, unknown>;
  readonly givers: ReadonlyMap<Setting, Source>;
  readonly origins: ReadonlyMap<string, Origin>;
}

/** For each setting the value of the first source that gives one. */
function choose(sources: readonly Source[]): Chosen {
  const values = new Map<Setting, unknown>();
  const givers = new Map<Setting, Source>();
  const origins = new Map<string, Origin>();
  for (const setting of settings) {
    const giver = sources.find((source) => source.give(setting) !== null);
    const given = giver?.give(setting) ?? null;
    values.set(setting, given === null ? undefined : given.value);
    origins.set(setting.path, given?.origin ?? { kind: 'derived' });
    if (giver !== undefined) givers.set(setting, giver);
  }
  // What is made of others is made once all of those are known.
  for (const [setting, value] of values) if (value === undefined) values.set(setting, derivedFrom(setting, values));
  return { values, givers, origins };
}

/** Defaults that are made of other settings: a burst as large as what may come in a second; a key needed but where this machine alone reaches it. */
function derivedFrom({ path }: Setting, others: ReadonlyMap<Setting, unknown>): unknown {
  const other = (wanted: string) => [...others].find(([setting]) => setting.path === wanted)?.[1];
  if (path === 'limits.burst') return Math.max(1, Number(other('limits.requestsPerSecond')));
  if (path === 'origin') return null;
  if (path !== 'evaluationNeedsKey') throw new RangeError(`${path} has no default`);
  const keys = other('keys');
  const origin = other('origin');
  const reach = {
    host: String(other('host')),
    trustedProxies: Number(other('trustedProxies')),
    origin: typeof origin === 'string' ? origin : null,
  };
  return reachedByOthers(reach) !== null || (Array.isArray(keys) && keys.length > 0);
}

function optionSource(options: Readonly<Record<string, NamedValue>>): Source {
  const given = settings.flatMap((setting) => {
    const option = options[setting.path];
    return option === undefined ? [] : [[setting, option] as const];
  });
  return namedSource('option', new Map(given));
}

/** The place of what somebody set; what is a default stands nowhere. */
function placeOf(pointers: readonly string[], givers: ReadonlyMap<Setting, Source>): Place {
  const places = pointers.map((pointer) => {
    const setting = settingAt(pointer, givers.keys());
    return (setting && givers.get(setting)?.at(pointer)) ?? { pointer };
  });
  return places.find(({ file, variable }) => file !== undefined || variable !== undefined) ?? places[0] ?? {};
}

/** @throws Refusal where there is an error among the findings; the warnings go with it */
function refuseAny(errors: readonly Finding[], warnings: readonly Finding[]): void {
  if (errors.length > 0) throw new Refusal([...errors.map(keyless), ...warnings].slice(0, FINDINGS));
}

/** A finding that repeats no key, wherever somebody may have pasted one. */
function keyless(finding: Finding): Finding {
  const without = (value: FindingArgument): FindingArgument => {
    if (typeof value === 'string') return withoutKeys(value);
    if (typeof value !== 'object' || value === null) return value;
    return { zh: withoutKeys(value.zh), en: withoutKeys(value.en) };
  };
  const args = Object.entries(finding.args).map(([name, value]) => [name, without(value)]);
  const { pointer, ...place } = finding.at ?? {};
  const at = pointer === undefined ? place : { ...place, pointer: withoutKeys(pointer) };
  return { ...finding, args: Object.fromEntries(args), at };
}

/** Frozen to its depth. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
