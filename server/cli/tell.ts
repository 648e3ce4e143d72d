import type { FindingArgument } from '../domain/finding.ts';
import { type MessageCode, say } from '../domain/messages/index.ts';
import type { CommonOptions, Workplace } from './workplace.ts';

/** Says what a command did: in words, or with `--json` what the words are made of. */
export function tell(
  { terminal }: Workplace,
  { json, lang }: CommonOptions,
  code: MessageCode,
  shown: Readonly<Record<string, FindingArgument>>,
): void {
  terminal.output.write(`${json === true ? JSON.stringify(shown, null, 2) : say(code, shown, lang).message}\n`);
}
