import { type CalendarDate, isDate } from '../../domain/dates.ts';
import { isVersion } from '../../rulesets/version-form.ts';
import { isDigest } from '../rule-set-choice.ts';

/** What a side of a comparison is named by. */
export type Reference =
  | {
      readonly kind: 'version';
      readonly code: string;
      readonly version: string;
      /** The city's version; null takes the one in force on the first day of the county's. */
      readonly baseVersion: string | null;
    }
  | { readonly kind: 'date'; readonly code: string; readonly date: CalendarDate | null }
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'git'; readonly revision: string; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

const CODE = /^[0-9]{6}$/;
const PUBLISHED = /^([0-9]{6})@([^@+]+)(?:\+([^@+]+))?$/;
const GIT = /^git:([^:]+):(.+)$/s;

/**
 * Reads how a side is named: `990101@1.1.0` (the city's version in force on its first day beneath it),
 * `990101@1.1.0+1.0.0`, `990101@2019-07-01`, `990101` (the nearest date with rules in force), a digest – effective, or of
 * a text –, `git:REV:PATH`; everything else is a file's path.
 */
export function referenceOf(text: string): Reference {
  if (CODE.test(text)) return { kind: 'date', code: text, date: null };
  if (isDigest(text)) return { kind: 'digest', digest: text };
  const [, code = '', at = '', baseVersion] = PUBLISHED.exec(text) ?? [];
  if (isVersion(at) && (baseVersion === undefined || isVersion(baseVersion)))
    return { kind: 'version', code, version: at, baseVersion: baseVersion ?? null };
  if (isDate(at) && baseVersion === undefined) return { kind: 'date', code, date: at };
  const [, revision, path] = GIT.exec(text) ?? [];
  if (revision !== undefined && path !== undefined) return { kind: 'git', revision, path };
  return { kind: 'file', path: text };
}
