import type { Finding } from '../../domain/finding.ts';
import { parseDocument } from '../../rulesets/parse.ts';
import { schemaComplaints } from '../../rulesets/schema-complaints.ts';
import type { NamedText } from '../validate.ts';
import { CONFIGURATION, type Setting } from './settings.ts';
import { FINDINGS, type Given, type Source } from './source.ts';

/** The largest configuration, in bytes: thousands of keys fit. */
export const MOST_CONFIGURATION_BYTES = 4 << 20;

/** What a configuration file sets. One that holds nothing, or comments alone, sets nothing. */
export function fileSource({ file, text }: NamedText): Source {
  const { document, positions, findings } = parseDocument(text, { file, maxBytes: MOST_CONFIGURATION_BYTES });
  const empty = findings.length === 1 && findings[0]?.code === 'documentEmpty';
  const data = empty ? {} : document;
  const readable = empty || findings.length === 0;
  const misses = readable ? (schemaComplaints(CONFIGURATION, data, FINDINGS) ?? []) : [];
  const place: Source['at'] = (pointer, of = 'value') => positions.at(pointer, of);
  const missed = misses.map(({ code, args, pointer, of }): Finding => {
    return { code, severity: 'error', args, at: place(pointer, of) };
  });
  return {
    findings: [...(empty ? [] : findings), ...missed].sort(byPlace),
    give: (setting) => given(data, setting, place),
    at: place,
  };
}

function given(data: unknown, { steps }: Setting, place: Source['at']): Given | null {
  let value: unknown = data;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = Reflect.get(value, step) as unknown;
  }
  return { value, origin: { kind: 'file', line: place(`/${steps.join('/')}`, 'key').line ?? 1 } };
}

function byPlace({ at: one }: Finding, { at: other }: Finding): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}
