import { Refusal } from '../domain/refusal.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { type AnyDocument, checkDocument } from '../rulesets/validate.ts';

/** Texts that are kept beside the rules, as data. @throws Refusal with what is wrong with a text */
export function documentsIn<Document extends AnyDocument>(texts: readonly string[]): readonly Document[] {
  return texts.map((text) => {
    const { document, findings } = checkDocument(text, { maxBytes: MOST_FILE_BYTES });
    if (document === null) throw new Refusal(findings);
    return document as Document;
  });
}

/** What is made of texts, made anew only where they are others: nearly all publications leave these texts as they are. */
export function ofTexts<Value>(make: (texts: readonly string[]) => Value): (texts: readonly string[]) => Value {
  let last: { readonly texts: readonly string[]; readonly value: Value } | null = null;
  return (texts) => {
    if (last?.texts.length === texts.length && last.texts.every((text, index) => text === texts[index]))
      return last.value;
    const value = make(texts);
    last = { texts, value };
    return value;
  };
}
