import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { Draft } from '../../api/drafts.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { saveFile } from '../../settlement/save-file.ts';
import type { DraftView } from '../form/view.ts';
import { Uneditable } from '../text/change-text.ts';
import { additionTexts } from './additions-sheet.ts';
import { draftRows } from './draft-rows.ts';
import type { FigureChange, WorkbookRead } from './read-workbook.ts';
import { textWithChanges } from './text-with-changes.ts';
import { workbookWords } from './words.ts';
import { WorkbookReport } from './workbook-report.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What became of a file: read, or why nothing of it was taken. */
type Came = WorkbookRead | 'noTable' | 'notAWorkbook' | 'cannotTake';

interface WorkbookOf {
  readonly draft: Draft;
  readonly view: DraftView;
  /** The draft's text as typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A draft as a workbook, out and in again. The libraries for it come when they are needed. */
export function WorkbookActs({ draft, view, text, onText }: WorkbookOf) {
  const { language } = useLanguage();
  const words = useWords(workbookWords);
  const file = useRef<HTMLInputElement>(null);
  const [came, setCame] = useState<Came | null>(null);
  const out = async () => {
    const { writeWorkbook } = await import('./write-workbook.ts');
    const origin = { jurisdiction: draft.jurisdiction, draft: draft.id, revision: String(draft.revision) };
    const book = await writeWorkbook(draftRows(view, language), origin, language, additionTexts(view.value, language));
    saveFile(`${view.effective.name[language]}-${draft.id}.xlsx`, book, XLSX);
  };
  const take = (changes: readonly FigureChange[]) => {
    try {
      onText(textWithChanges(text, changes));
      setCame(null);
    } catch (error) {
      if (!(error instanceof Uneditable)) throw error;
      setCame('cannotTake');
    }
  };
  return (
    <span className="standards-workbook">
      <Button size="small" onClick={() => void out()}>
        {words.out}
      </Button>
      {view.mayWrite ? (
        <>
          <Button size="small" onClick={() => file.current?.click()}>
            {words.in}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".xlsx"
            aria-label={words.file}
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen !== undefined) void readFile(chosen, view).then(setCame);
              // The same file may be chosen again, changed.
              target.value = '';
            }}
          />
        </>
      ) : null}
      {came === null ? null : (
        <Modal
          open
          width={860}
          title={words.title}
          okText={words.take}
          cancelText={words.close}
          okButtonProps={{ disabled: typeof came === 'string' || changesFor(came, draft).length === 0 }}
          onOk={() => typeof came !== 'string' && take(changesFor(came, draft))}
          onCancel={() => setCame(null)}
        >
          {typeof came === 'string' ? <p role="alert">{words[came]}</p> : <WorkbookReport read={came} draft={draft} />}
        </Modal>
      )}
    </span>
  );
}

/** What is taken of a workbook: nothing of another county's. */
function changesFor({ changes, origin }: WorkbookRead, { jurisdiction }: Draft): readonly FigureChange[] {
  return origin !== null && origin.jurisdiction !== jurisdiction ? [] : changes;
}

async function readFile(file: File, view: DraftView): Promise<Came> {
  const [{ NotAWorkbook, readXlsx }, { readWorkbook }] = await Promise.all([
    import('./xlsx-cells.ts'),
    import('./read-workbook.ts'),
  ]);
  try {
    const sheets = readXlsx(new Uint8Array(await file.arrayBuffer()));
    return readWorkbook(sheets, (language) => draftRows(view, language)) ?? 'noTable';
  } catch (error) {
    if (error instanceof NotAWorkbook) return 'notAWorkbook';
    throw error;
  }
}
