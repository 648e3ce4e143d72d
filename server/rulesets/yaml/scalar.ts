import { inShort } from '../words.ts';
import { type ScalarNode, Unreadable } from './tree.ts';

/** The one way to write a number: a plain decimal. */
const decimal = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

/** What the core schema of YAML 1.2 takes for a number, in all its ways of writing one. */
const number =
  /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$|^0o[0-7]+$|^0x[0-9a-fA-F]+$|^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/;

/** With more significant digits a decimal is not the shortest that reads back as the same binary number. */
const DIGITS = 15;

const words: Readonly<Record<string, boolean | null>> = {
  '': null,
  '~': null,
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/**
 * What a scalar means by the core schema of YAML 1.2.
 * @throws Unreadable where it is a number in a form that is not accepted, or of more digits than a number holds exactly
 */
export function scalarValue(node: ScalarNode): string | number | boolean | null {
  const { text, plain } = node;
  if (!plain) return ownText(text);
  if (Object.hasOwn(words, text)) return words[text] ?? null;
  if (!number.test(text)) return ownText(text);
  if (!decimal.test(text) || /^-0(\.0+)?$/.test(text))
    throw new Unreadable('numberForm', { given: inShort(text, 40) }, node);
  const digits = text.replace(/^-?[0.]*|\./g, '').length;
  if (digits > DIGITS) throw new Unreadable('numberDigits', { given: inShort(text, 40), limit: DIGITS }, node);
  return Number(text);
}

/**
 * A text apart from the document that it was cut out of. As a cutting it would keep the whole document in memory, and where
 * that holds a Chinese character take two bytes for each letter: every answer with such a name in it would do so as well, and
 * cost three times as much to write.
 */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
