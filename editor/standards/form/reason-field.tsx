import { Input } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { isYamlMap, sameYaml, valueAt, type YamlValue } from '../text/yaml-value.ts';
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
  const isAwaited = startReason === null;
  const isOpen = isAwaited || isReasonOpen({ value, startReason });
  const reason = isOpen ? null : valueAt(value ?? {}, ['reason']);
  // The other language of another version's reason goes with it.
  const path = isYamlMap(reason) ? ['reason', language] : ['reason'];
  return (
    <label className="standards-reason" htmlFor={id}>
      {words.reason}{' '}
      <Input.TextArea
        id={id}
        rows={2}
        disabled={!mayWrite || isAwaited}
        maxLength={400}
        aria-required
        placeholder={words.reasonHint}
        value={isOpen ? '' : String(valueAt(value ?? {}, path) ?? '')}
        onChange={({ target }) => change(path, emptied(target.value, isYamlMap(reason)))}
      />
    </label>
  );
}

/** In a map of languages an empty text leaves it; alone it is nothing, which the heading begins with. */
function emptied(text: string, isInMap: boolean): YamlValue | undefined {
  // A text is on one line.
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  if (line !== '') return line;
  return isInMap ? undefined : null;
}
