import type { Language } from '../domain/label.ts';

/** The language of an Accept-Language header: Chinese unless English is preferred to it. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined || header === '*') return 'zh';
  const quality = { zh: 0, en: 0 };
  for (const { range, q } of ranges(header)) {
    const language = range.split('-')[0];
    if (language === 'zh' || language === 'en') quality[language] = Math.max(quality[language], q);
    // Whoever takes anything is spoken to in Chinese.
    if (language === '*') quality.zh = Math.max(quality.zh, q);
  }
  return quality.en > quality.zh ? 'en' : 'zh';
}

/** Whether an Accept header takes a media type (RFC 9110 12.5.1: the most specific range decides). */
export function accepts(header: string | undefined, type: string): boolean {
  if (header === undefined || header === '*/*' || header === type) return true;
  const wildcard = `${type.split('/')[0]}/*`;
  const found = new Map(ranges(header).map(({ range, q }) => [range, q]));
  return (found.get(type) ?? found.get(wildcard) ?? found.get('*/*') ?? 0) > 0;
}

/** Whether a Content-Type header is JSON, in UTF-8 where it names a charset. */
export function isJson(header: string | undefined): boolean {
  if (header === 'application/json') return true;
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json') return false;
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
