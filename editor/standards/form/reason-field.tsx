import { type Language, useLanguage, useWords } from '../../language/language.tsx';
import { isYamlMap, sameYaml, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { CountedText } from './counted-text.tsx';
import { lengthOf, MOST_OF_REASON } from './text-length.ts';
import type { DraftView } from './view.ts';
import { formWords } from './words.ts';

/** What the field of a reason stands on. */
export type ReasonOf = Pick<DraftView, 'value' | 'mayWrite' | 'change' | 'startReason'>;

/** Whether a draft still has the reason of the version that it was begun from, which says nothing of its own changes. */
export function isReasonOpen({ value, startReason }: Pick<ReasonOf, 'value' | 'startReason'>): boolean {
  const start = startReason?.reason;
  return start !== undefined && sameYaml(valueAt(value ?? {}, ['reason']), start);
}

/**
 * Why a draft is made, which is published with it: empty until somebody has written it for this draft, and closed until it is known
 * whether they have.
 */
export function ReasonField({ value, mayWrite, change, startReason, id }: ReasonOf & { readonly id: string }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { path, text, isInMap } = ownReason({ value, startReason }, language);
  return (
    <CountedText
      id={id}
      label={words.reason}
      most={MOST_OF_REASON}
      disabled={!mayWrite || startReason === null}
      hint={words.reasonHint}
      value={text}
      onText={(next) => change(path, emptied(next, isInMap))}
    />
  );
}

/** Whether a draft's own reason is longer than the service takes, in the language that it is written in here. */
export function isReasonTooLong(reason: Pick<ReasonOf, 'value' | 'startReason'>, language: Language): boolean {
  return lengthOf(ownReason(reason, language).text) > MOST_OF_REASON;
}

/** Where a draft's own reason stands, and what it says; nothing as long as it is another version's. */
function ownReason({ value, startReason }: Pick<ReasonOf, 'value' | 'startReason'>, language: Language) {
  const isOpen = startReason === null || isReasonOpen({ value, startReason });
  const reason = isOpen ? null : valueAt(value ?? {}, ['reason']);
  const isInMap = isYamlMap(reason);
  // The other language of another version's reason goes with it.
  const path = isInMap ? ['reason', language] : ['reason'];
  return { path, isInMap, text: isOpen ? '' : String(valueAt(value ?? {}, path) ?? '') };
}

/** In a map of languages an empty text leaves it; alone it is nothing, which the heading begins with. */
function emptied(text: string, isInMap: boolean): YamlValue | undefined {
  // A text is on one line.
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  if (line !== '') return line;
  return isInMap ? undefined : null;
}
