import { Tag } from 'antd';
import { type Draft, useDraftRead } from '../../api/drafts.ts';
import type { Days } from '../../api/moved-on.ts';
import { usePublishedVersions } from '../../api/published-versions.ts';
import { useMovedOn } from '../../api/use-moved-on.ts';
import { useWords } from '../../language/language.tsx';
import { begunBeside, replacedLater } from '../replacing/replaced.ts';
import { readText } from '../text/read-text.ts';
import { valueAt } from '../text/yaml-value.ts';
import { standardsWords } from '../words.ts';

/** Whether a draft is being written: not submitted, and not over. */
export function isWritten({ state }: Pick<Draft, 'state'>): boolean {
  return state === 'draft' || state === 'returned';
}

/** A day on which nothing holds: of a draft whose days are not known nothing is told. */
const NEVER = { from: '9999-12-31' };

/** Says of an open draft which version its changes have to be carried onto; nothing of one that is behind none. */
export function BehindTag({ draft }: { readonly draft: Draft }) {
  const words = useWords(standardsWords);
  const { data: read } = useDraftRead(draft, isWritten(draft));
  const days = draft.submission?.effective ?? (read === undefined ? NEVER : daysIn(read.text));
  const moved = useMovedOn(draft, days);
  const { data: own } = usePublishedVersions(draft.jurisdiction);
  const beside = isWritten(draft) ? begunBeside(draft.origin.version, replacedLater(days, own ?? [])) : [];
  const onto = moved?.onto ?? beside[0]?.of;
  return onto == null ? null : <Tag color="orange">{words.carryOnto(onto.version)}</Tag>;
}

/** When a text says that it is in force. */
function daysIn(text: string): Days {
  const value = readText(text)?.value ?? {};
  const [from, to] = [valueAt(value, ['effective', 'from']), valueAt(value, ['effective', 'to'])];
  if (typeof from !== 'string') return NEVER;
  return { from, to: typeof to === 'string' ? to : null };
}
