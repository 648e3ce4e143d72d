import type { YAMLError } from 'yaml';

type Complaint = { readonly code: string; readonly args: Readonly<Record<string, string>> };

/** What the library's error codes are called in our catalogue; what is not here is `yamlSyntax`. */
const codes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'yamlIndentation',
  TAB_AS_INDENT: 'yamlTab',
  MISSING_CHAR: 'yamlUnclosed',
  BAD_DQ_ESCAPE: 'yamlEscape',
  BAD_SCALAR_START: 'yamlReserved',
  BLOCK_AS_IMPLICIT_KEY: 'yamlNestedKey',
  MULTILINE_IMPLICIT_KEY: 'yamlMissingColon',
  KEY_OVER_1024_CHARS: 'yamlMissingColon',
  BAD_DIRECTIVE: 'yamlDirective',
  TAG_RESOLVE_FAILED: 'tagRefused',
  MULTIPLE_DOCS: 'documentsMany',
};

/** An error of the YAML library in our own words. */
export function syntaxComplaint(error: YAMLError): Complaint {
  const code = codes[error.code];
  if (code === 'tagRefused') return { code, args: { tag: /![^\s,]*/.exec(error.message)?.[0] ?? '!' } };
  return code === undefined ? { code: 'yamlSyntax', args: {} } : { code, args: {} };
}
