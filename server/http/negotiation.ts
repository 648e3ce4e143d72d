import type { Language } from '../domain/label.ts';

/** Something in a media type. */
export interface Typed {
  readonly type: string;
}

/** The language of an Accept-Language header: Chinese unless English is preferred to it. */
export function languageOf(header: string | undefined): Language {
  const { zh, en } = qualities(header);
  return en > zh ? 'en' : 'zh';
}

/** The other language, where an Accept-Language header takes that as well; else null. */
export function otherLanguageOf(header: string | undefined): Language | null {
  const other = languageOf(header) === 'zh' ? 'en' : 'zh';
  return qualities(header)[other] > 0 ? other : null;
}

/** How much each language is liked: from 0, not at all. */
function qualities(header: string | undefined): Readonly<Record<Language, number>> {
  if (header === undefined || header === '*') return { zh: 1, en: 0 };
  const quality = { zh: 0, en: 0 };
  for (const { range, q } of ranges(header)) {
    const language = range.split('-')[0];
    if (language === 'zh' || language === 'en') quality[language] = Math.max(quality[language], q);
    // Whoever takes anything is spoken to in Chinese.
    if (language === '*') quality.zh = Math.max(quality.zh, q);
  }
  return quality;
}

/**
 * The media type of those offered that an Accept header likes best, the first of equals (RFC 9110 12.5.1: the most specific
 * range decides); null where it takes none.
 */
export function chooseType(header: string | undefined, offered: readonly Typed[]): string | null {
  const first = offered[0]?.type ?? null;
  if (header === undefined || header === '*/*' || header === first) return first;
  const found = new Map(ranges(header).map(({ range, q }) => [range, q]));
  let best: string | null = null;
  let quality = 0;
  for (const { type } of offered) {
    const q = found.get(type) ?? found.get(`${type.split('/')[0]}/*`) ?? found.get('*/*') ?? 0;
    if (q > quality) [best, quality] = [type, q];
  }
  return best;
}

/** Whether a Content-Type header is one of the media types, in UTF-8 where it names a charset. */
export function isOfType(header: string | undefined, taken: readonly Typed[]): boolean {
  if (header === taken[0]?.type) return true;
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (!taken.some((one) => one.type === type)) return false;
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return charset === undefined || ['utf-8', 'utf8'].includes(charset.slice('charset='.length).replaceAll('"', ''));
}

function ranges(header: string): readonly { readonly range: string; readonly q: number }[] {
  return header
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      const q = quality === undefined ? 1 : Number(quality.slice(2));
      return { range, q: Number.isFinite(q) ? q : 0 };
    });
}
