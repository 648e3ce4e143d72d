import type { FindingArgument } from '../finding.ts';
import type { Language } from '../label.ts';
import { groupedDecimal } from '../money.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

/** What is wrong or worth knowing, and, where something would put it right, the help. Placeholders are `{name}`, or `{name:amount}` where people read the decimal that a program is given. */
export interface Message {
  readonly message: string;
  readonly help?: string;
}

/** Every code that words exist for. */
export type MessageCode = keyof typeof zh;

const languages: Readonly<Record<Language, Readonly<Record<MessageCode, Message>>>> = { zh, en };

/** The code of one of several alike: `unit` and `days` are `unitDays`. */
export function codeOf<Beginning extends string, Item extends string>(
  beginning: Beginning,
  item: Item,
): `${Beginning}${Capitalize<Item>}` {
  return `${beginning}${(item.charAt(0).toUpperCase() + item.slice(1)) as Capitalize<Item>}`;
}

/**
 * The words for a code in a language; placeholders are filled with the arguments of the same name. What any complaint about
 * a county's text can say – on which of the city's texts it is so – comes as the argument `cityRules`, after the message.
 */
export function say(
  code: string,
  args: Readonly<Record<string, FindingArgument>>,
  language: Language,
): { readonly message: string; readonly help: string | null } {
  const words = languages[language][code as MessageCode];
  if (words === undefined) return { message: code, help: null };
  const message = fill(`${words.message}{cityRules}`, args, language);
  return { message, help: words.help ? fill(words.help, args, language) : null };
}

function fill(text: string, args: Readonly<Record<string, FindingArgument>>, language: Language): string {
  return text.replace(/\{([A-Za-z]+)(:amount)?\}/g, (_, name: string, isAmount: string | undefined) => {
    const value = args[name];
    if (value === null || value === undefined) return '';
    const words = typeof value === 'object' ? value[language] : String(value);
    return isAmount === undefined ? words : groupedDecimal(words);
  });
}
