import { Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { isDayWithout } from '../../shell/no-rules.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import type { UnreadField } from '../form/unread.ts';
import { formWords } from '../form/words.ts';
import { WorkbookActs } from '../workbook/workbook-acts.tsx';
import { FormFace } from './form-face.tsx';
import { ProblemList } from './problem-list.tsx';
import type { DeskDraft } from './use-desk-draft.ts';
import type { Faces } from './use-faces.ts';
import { draftWords } from './words.ts';

const TextFace = lazy(async () => ({ default: (await import('../yaml/text-face.tsx')).TextFace }));

interface DeskFacesOf extends Pick<Parameters<typeof FormFace>[0], 'fields' | 'onText'> {
  readonly of: DeskDraft;
  readonly faces: Faces;
  /** Fields in which something stands that is not in the draft. */
  readonly unread: readonly UnreadField[];
}

/** The form of a draft or its text, under the choice between the two and what is wrong with it. */
export function DeskFaces({ of, faces, unread, fields, onText }: DeskFacesOf) {
  const words = useWords(draftWords);
  const form = useWords(formWords);
  const { draft, text, value, view, problems, error } = of;
  const { face, place, turnTo, showLine, showField } = faces;
  return (
    <div className="standards-faces">
      <Segmented
        aria-label={words.face}
        // Its parts are reached by Tab; the group itself would be one stop more.
        tabIndex={-1}
        value={face}
        onChange={turnTo}
        options={[
          { value: 'form', label: words.form },
          { value: 'text', label: words.text },
        ]}
      />
      {of.isCounty ? null : <p className="aside">{words.cityText}</p>}
      {view === null || value === null ? null : <WorkbookActs draft={draft} view={view} text={text} onText={onText} />}
      <ProblemList
        problems={problems}
        unread={unread}
        form={face === 'form' ? view : null}
        showLine={showLine}
        showField={showField}
      />
      {of.isUneditable ? <p role="alert">{form.cannotChange}</p> : null}
      {error === null || isDayWithout(error) ? null : <Failure error={error} again={of.again} />}
      {face === 'form' ? (
        <FormFace of={of} fields={fields} onText={onText} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <TextFace
            text={text}
            view={view}
            place={place}
            problems={of.placedProblems}
            readOnly={!of.mayWrite}
            onText={onText}
          />
        </Suspense>
      )}
    </div>
  );
}
