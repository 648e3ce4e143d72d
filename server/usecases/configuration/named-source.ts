import type { Finding } from '../../domain/finding.ts';
import { parseDocument } from '../../rulesets/parse.ts';
import { schemaComplaints } from '../../rulesets/schema-complaints.ts';
import { MOST_CONFIGURATION_BYTES } from './file-source.ts';
import { CONFIGURATION, type Setting } from './settings.ts';
import { FINDINGS, nested, type Source, settingAt } from './source.ts';

/** A text that sets something, under the name of the variable or option that holds it. */
export interface NamedValue {
  readonly name: string;
  readonly text: string;
}

/**
 * What texts with names set: environment variables, or options. A setting that is text is the text as it stands; any other is
 * read as the YAML that could stand in the file.
 */
export function namedSource(kind: 'variable' | 'option', texts: ReadonlyMap<Setting, NamedValue>): Source {
  const findings: Finding[] = [];
  const values = new Map<Setting, unknown>();
  for (const [setting, { name, text }] of texts) {
    const read = readValue(setting, text);
    findings.push(...read.findings.map(({ at: _, ...found }): Finding => ({ ...found, at: { variable: name } })));
    if (read.findings.length === 0) values.set(setting, read.value);
  }
  const at: Source['at'] = (pointer) => {
    const setting = settingAt(pointer, values.keys());
    return { variable: (setting && texts.get(setting)?.name) ?? '', pointer };
  };
  const misses = schemaComplaints(CONFIGURATION, nested(values), FINDINGS) ?? [];
  for (const { code, args, pointer } of misses) findings.push({ code, severity: 'error', args, at: at(pointer) });
  return {
    findings,
    give(setting) {
      const name = texts.get(setting)?.name;
      return name === undefined ? null : { value: values.get(setting), origin: { kind, name } };
    },
    at,
  };
}

function readValue(
  { schema }: Setting,
  text: string,
): { readonly value: unknown; readonly findings: readonly Finding[] } {
  if (schema.type === 'string') return { value: text, findings: [] };
  const { document, findings } = parseDocument(text, { maxBytes: MOST_CONFIGURATION_BYTES });
  return { value: document, findings };
}
