import type { Finding } from '../../server/domain/finding.ts';
import { say } from '../../server/domain/messages/index.ts';

/** Longest part of a source line shown; corpora hold lines of thousands of characters. */
const SHOWN = 120;

/** Findings as the expected files hold them: where, what, the marked source, and the words in both languages. */
export function rendered(findings: readonly Finding[], text: string): string {
  const lines = text.split('\n');
  return findings.map((finding) => one(finding, lines)).join('\n');
}

function one({ code, severity, args, at }: Finding, lines: readonly string[]): string {
  const [line, column] = [at?.line ?? 0, at?.column ?? 0];
  const source = lines[line - 1] ?? '';
  const from = Math.max(0, column - 1 - SHOWN / 2);
  const end = at?.endLine === line ? (at.endColumn ?? column) : source.length + 1;
  const marks = '^'.repeat(Math.max(1, Math.min(end - column, SHOWN - (column - 1 - from))));
  const words = (['zh', 'en'] as const).flatMap((language) => {
    const { message, help } = say(code, args, language);
    return [`${language}  ${message}`, `    ${help ?? ''}`.trimEnd()];
  });
  return [
    `${line}:${column} ${severity} ${code}`,
    `  | ${source.slice(from, from + SHOWN)}`,
    `  | ${padding(source.slice(from, column - 1))}${marks}`,
    ...words,
    '',
  ].join('\n');
}

/** White space as wide as a text in a terminal: Chinese characters take two columns. */
function padding(text: string): string {
  return [...text].map((character) => (/[\u1100-\uffdc]/.test(character) ? '\u3000' : ' ')).join('');
}
