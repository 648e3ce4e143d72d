import { type Document, parseDocument } from 'yaml';
import { isYamlMap, type YamlMap, type YamlValue } from './yaml-value.ts';

/** A text that was read. */
export interface ReadText {
  readonly document: Document.Parsed;
  readonly value: YamlMap;
}

/** Reads a text of YAML as the service does: core schema, no merge keys. Null where it cannot be read, or is not a map. */
export function readText(text: string): ReadText | null {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return null;
  const value = plain(document);
  return isYamlMap(value) ? { document, value } : null;
}

/** Aliases that stand for too much are refused by the library. */
function plain(document: Document.Parsed): YamlValue {
  try {
    return document.toJS({ maxAliasCount: 50 }) as YamlValue;
  } catch {
    return null;
  }
}
