import { shanghaiMinute } from '../dates.ts';
import type { FindingArgument } from '../finding.ts';
import type { Language } from '../label.ts';
import { groupedDecimal } from '../money.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

/**
 * What is wrong or worth knowing, and, where something would put it right, the help. Placeholders are `{name}`; where people read
 * what a program is given they say as what: `{name:amount}` a decimal, `{name:instant}` an instant of Asia/Shanghai, and
 * `{name:role}` the words of each code `roleCityReviewer` that it names, one or several with commas.
 */
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
  const text = args.cityRules === undefined ? words.message : `${words.message}{cityRules}`;
  const message = fill(text, args, language);
  return { message, help: words.help ? fill(words.help, args, language) : null };
}

function fill(text: string, args: Readonly<Record<string, FindingArgument>>, language: Language): string {
  return text.replace(/\{([A-Za-z]+)(?::([A-Za-z]+))?\}/g, (_, name: string, as: string | undefined) => {
    const value = args[name];
    if (value === null || value === undefined) return '';
    const words = typeof value === 'object' ? value[language] : String(value);
    if (as === undefined) return words;
    if (as === 'amount') return groupedDecimal(words);
    return as === 'instant' ? shanghaiMinute(words) : eachInWords(words, as, language);
  });
}

/** Codes in words: of `draft.saved` what comes last. */
function eachInWords(codes: string, beginning: string, language: Language): string {
  const told = codes.split(', ').map((code) => {
    const words = languages[language][codeOf(beginning, code.slice(code.lastIndexOf('.') + 1)) as MessageCode];
    return words?.message ?? code;
  });
  return told.join(language === 'zh' ? '、' : ', ');
}
