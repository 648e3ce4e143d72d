import type { Finding, Place } from '../../domain/finding.ts';
import type { Origin } from './configuration.ts';
import type { Setting } from './settings.ts';

/** A value with where it comes from. */
export interface Given {
  readonly value: unknown;
  readonly origin: Origin;
}

/** One of the places that settings come from: the file, the environment, options, defaults. */
export interface Source {
  /** What is wrong with what it gives, by the schema. */
  readonly findings: readonly Finding[];
  /** What it gives for a setting; null: nothing. */
  give(setting: Setting): Given | null;
  /** Where it says what a JSON pointer into the configuration means. */
  at(pointer: string, of?: 'key' | 'value'): Place;
}

/** The most findings that are told of one configuration. */
export const FINDINGS = 200;

/** Values under their settings' paths, as the file would hold them. */
export function nested(values: Iterable<readonly [Setting, unknown]>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [{ steps }, value] of values) {
    let map = whole;
    for (const step of steps.slice(0, -1)) {
      map[step] ??= {};
      map = map[step] as Record<string, unknown>;
    }
    map[steps.at(-1) ?? ''] = value;
  }
  return whole;
}

/** The setting that a JSON pointer is, or leads into. */
export function settingAt(pointer: string, all: Iterable<Setting>): Setting | undefined {
  for (const setting of all) {
    const own = `/${setting.steps.join('/')}`;
    if (pointer === own || pointer.startsWith(`${own}/`)) return setting;
  }
  return undefined;
}
