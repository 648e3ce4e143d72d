import { closeSync, openSync, readSync } from 'node:fs';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { Refusal } from '../domain/refusal.ts';
import { isFull, WriteFailure } from '../store/durable-write.ts';
import type { ExitCode } from './workplace.ts';

/**
 * Tells why a command could not be done: a line for each finding with its place, the words and the help; never a stack
 * trace, unless DIXIAN_DEBUG asks for it.
 */
export function tellFailure(
  error: unknown,
  language: Language,
  stream: NodeJS.WritableStream,
  environment: Readonly<Record<string, string | undefined>>,
): ExitCode {
  const refusal = error instanceof Refusal ? error : unexpected(error);
  for (const finding of refusal.findings) stream.write(`${findingLine(finding, language)}\n`);
  if (environment.DIXIAN_DEBUG && error instanceof Error) stream.write(`${error.stack}\n`);
  return 2;
}

function unexpected(error: unknown): Refusal {
  if (error instanceof WriteFailure) {
    return one(isFull(error) ? 'cliDiskFull' : 'cliCannotWrite', { file: pathOf(error), reason: error.reason });
  }
  const failed = error as NodeJS.ErrnoException;
  if (failed?.code === 'ENOENT' && failed.path !== undefined) return one('cliNoSuchFile', { file: failed.path });
  if (failed?.code === 'EISDIR') return one('cliIsFolder', { file: failed.path ?? '' });
  if (typeof failed?.code === 'string' && failed.path !== undefined) {
    return one('cliCannotRead', { file: failed.path, reason: failed.code });
  }
  return one('cliUnexpected', { reason: error instanceof Error ? error.message : String(error) });
}

/** What could not be written, as far as the system says. */
function pathOf({ cause }: WriteFailure): string {
  return (cause as NodeJS.ErrnoException | undefined)?.path ?? '';
}

function one(code: string, args: Finding['args']): Refusal {
  return new Refusal([{ code, severity: 'error', args }]);
}

/** A finding in one line: `file:line:column: words — help`. */
export function findingLine({ code, args, at }: Finding, language: Language): string {
  const { message, help } = say(code, args, language);
  const place = placeWords(at);
  const told = place === '' || message.startsWith(place) ? message : `${place}: ${message}`;
  return help === null ? told : `${told}${language === 'zh' ? '；' : '; '}${help}`;
}

/** `file:line:column`, or the pointer where there is no line; the variable or option; nothing where there is neither. */
export function placeWords(at: Finding['at']): string {
  if (at?.file === undefined) return at?.variable ?? '';
  const position = at.line === undefined ? (at.pointer ?? '') : `${at.line}:${at.column ?? 1}`;
  return position === '' ? at.file : `${at.file}:${position}`;
}

/** The source line of a finding with a caret under what it is about; nothing where the line is not known. */
export function excerpt(text: string, at: Finding['at']): string {
  if (at?.line === undefined) return '';
  const line = text.split(/\r?\n/)[at.line - 1];
  if (line === undefined) return '';
  const column = at.column ?? 1;
  const end = at.endLine === at.line && at.endColumn !== undefined ? at.endColumn : column + 1;
  const number = String(at.line);
  const marked = line.slice(column - 1, Math.max(end - 1, column));
  const indent = ' '.repeat(width(line.slice(0, column - 1)));
  return `  ${number} | ${line}\n  ${' '.repeat(number.length)} | ${indent}${'^'.repeat(Math.max(1, width(marked)))}\n`;
}

/** Columns a text takes on a terminal: Chinese characters and full-width forms take two. */
function width(text: string): number {
  let columns = 0;
  for (const char of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      char,
    )
      ? 2
      : 1;
  return columns;
}

/**
 * A file's text.
 * @throws Refusal `cliNoSuchFile`, `cliIsFolder`, `cliCannotRead`, `cliFileTooLarge`
 */
export function readText(file: string, limit: number): string {
  try {
    const bytes = bytesOf(file, limit + 1);
    if (bytes.length > limit) throw one('cliFileTooLarge', { file, limit });
    return bytes.toString('utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unexpected(Object.assign(error as NodeJS.ErrnoException, { path: file }));
  }
}

/** The first bytes of a file: a pipe or a device may have no end. */
function bytesOf(file: string, most: number): Buffer {
  const opened = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let left = most; left > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(left, CHUNK));
      const read = readSync(opened, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      left -= read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(opened);
  }
}

/** Bytes read at a time. */
const CHUNK = 1 << 20;
