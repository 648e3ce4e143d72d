import type { YAMLError } from 'yaml';

type Complaint = { readonly code: string; readonly args: Readonly<Record<string, string>> };

/** What the library's error codes are called in our catalogue; what is not here is `yamlSyntax`. */
const codes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'yamlIndentation',
  TAB_AS_INDENT: 'yamlTab',
  MISSING_CHAR: 'yamlMissingColon',
  MULTILINE_IMPLICIT_KEY: 'yamlMissingColon',
  BLOCK_AS_IMPLICIT_KEY: 'yamlTwoColons',
  BAD_DQ_ESCAPE: 'yamlEscape',
  BAD_SCALAR_START: 'yamlReserved',
};

/** An error of the YAML library in our own words. */
export function syntaxComplaint({ code, message }: YAMLError): Complaint {
  const bracket = /end with a ([\]}])$/.exec(message)?.[1];
  if (bracket !== undefined) return { code: 'yamlBracket', args: { bracket } };
  if (message.startsWith('Missing closing')) return { code: 'yamlQuote', args: {} };
  if (code === 'TAG_RESOLVE_FAILED') return { code: 'tagRefused', args: { tag: /![^\s,]*/.exec(message)?.[0] ?? '!' } };
  return { code: codes[code] ?? 'yamlSyntax', args: {} };
}
