import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { Notice } from '../engine/settlement.ts';

/** Notices with which those of other claims began too, and their text. */
interface Beginning {
  readonly notices: readonly Notice[];
  readonly text: string;
}

const beginnings = new WeakMap<Notice, Beginning>();

/**
 * Notices by code and arguments. All claims of a profile begin with the same notices, the very objects: their text is kept
 * under the first of them, and only what one claim alone is told is written anew.
 */
export function plainNotices(notices: readonly Notice[]): string {
  const [first] = notices;
  if (first === undefined) return '';
  let beginning = beginnings.get(first);
  const shared = beginning === undefined ? notices.length : sharedLength(notices, beginning.notices);
  if (beginning === undefined || shared < beginning.notices.length) {
    const own = notices.slice(0, shared);
    beginning = { notices: own, text: own.map(plainNotice).join() };
    beginnings.set(first, beginning);
  }
  if (notices.length === beginning.notices.length) return beginning.text;
  return `${beginning.text},${notices.slice(beginning.notices.length).map(plainNotice).join()}`;
}

function sharedLength(some: readonly Notice[], others: readonly Notice[]): number {
  let length = 0;
  while (length < some.length && length < others.length && some[length] === others[length]) length += 1;
  return length;
}

/** A notice by code and arguments. */
export function plainNotice(notice: Notice): string {
  return JSON.stringify(plain(notice));
}

/** Without the arguments that are words: they are what the message is made of. */
function plain({ code, args }: Notice): Record<string, unknown> {
  const told: Record<string, unknown> = { code };
  for (const name of Object.keys(args)) {
    const value = args[name];
    if (typeof value !== 'object' || value === null) told[name] = value;
  }
  return told;
}

/**
 * Notices with their messages in one language, as explained answers have them; without reasons an answer is the same in
 * every language.
 */
export function toldNotices(notices: readonly Notice[], language: Language): string {
  return notices
    .map((notice) => JSON.stringify({ ...plain(notice), message: say(notice.code, notice.args, language).message }))
    .join();
}
