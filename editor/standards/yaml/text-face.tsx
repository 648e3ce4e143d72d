import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { draftWords } from '../draft/words.ts';
import { useDirectionWords } from '../form/direction-words.ts';
import { useFloorWords } from '../form/floor-words.ts';
import { shapeOf } from '../form/shape.ts';
import { placeOf, SECTIONS } from '../form/some-people.ts';
import type { DraftView, Problem } from '../form/view.ts';
import { type FloorMark, mark } from './marks.ts';
import { type Monaco, openMonaco } from './open-monaco.ts';
import { completionProvider, hoverProvider } from './providers.ts';
import { type ToldOf, toldOfStandards } from './told-of.ts';

/** A place in the text to go to; another object goes there again. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What the text of a draft is shown with. */
export interface TextFaceOf {
  readonly text: string;
  /** The rules it is held to; null until they are known, and for a city's own text. */
  readonly view: DraftView | null;
  readonly place: TextPlace | null;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
}

type Editor = ReturnType<Monaco['editor']['create']>;

/** The text of a draft in Monaco: marked where it is below the floor or wrong, with the standards told and completed. */
export function TextFace({ text, view, place, problems, readOnly, onText }: TextFaceOf) {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const box = useRef<HTMLDivElement>(null);
  const told = useTold(view);
  const latest = useRef({ onText, told, text });
  latest.current = { onText, told, text };
  const [opened, setOpened] = useState<{ monaco: Monaco; editor: Editor } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const spoken = useRef(language);
  const label = words.text;

  useEffect(() => {
    let close = () => {};
    let isOver = false;
    openMonaco(spoken.current).then((monaco) => {
      if (isOver || box.current === null) return;
      const model = monaco.editor.createModel(latest.current.text, 'yaml');
      const editor = monaco.editor.create(box.current, { ...OPTIONS, model });
      const ends = [
        editor.onDidChangeModelContent(() => latest.current.onText(model.getValue())),
        monaco.languages.registerHoverProvider(
          'yaml',
          hoverProvider(() => latest.current.told),
        ),
        monaco.languages.registerCompletionItemProvider(
          'yaml',
          completionProvider(monaco, () => latest.current.told),
        ),
      ];
      setOpened({ monaco, editor });
      close = () => [...ends, editor, model].map((one) => one.dispose());
    }, setFailed);
    return () => {
      isOver = true;
      close();
    };
  }, []);

  useEffect(() => {
    const model = opened?.editor.getModel();
    if (model == null || model.getValue() === text) return;
    // Changed elsewhere: in the place of all, so that it can be undone.
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  }, [opened, text]);
  useEffect(() => opened?.editor.updateOptions({ readOnly, ariaLabel: label }), [opened, readOnly, label]);
  const floorMarks = useFloorMarks(view);
  useEffect(() => {
    const model = opened?.editor.getModel();
    if (opened != null && model != null) mark(opened.monaco, model, floorMarks, problems);
  }, [opened, floorMarks, problems]);
  useEffect(() => {
    if (opened === null || place === null) return;
    opened.editor.setPosition({ lineNumber: place.line, column: place.column });
    opened.editor.revealLineInCenter(place.line);
    opened.editor.focus();
  }, [opened, place]);

  return (
    <>
      {failed === null ? null : <Failure error={failed} />}
      {opened === null && failed === null ? <Waiting /> : null}
      <div ref={box} className="standards-text" />
    </>
  );
}

/** A page, not a workshop: Tab leaves it, nothing is drawn that nobody reads. */
const OPTIONS = {
  automaticLayout: true,
  minimap: { enabled: false },
  tabFocusMode: true,
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  wordWrap: 'on',
  fontSize: 13,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  wordBasedSuggestions: 'off',
  folding: false,
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

const NOTHING: ReadonlyMap<string, ToldOf> = new Map();

function useTold(view: DraftView | null): ReadonlyMap<string, ToldOf> {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const direction = useDirectionWords();
  const { cityHas } = words;
  return view === null ? NOTHING : toldOfStandards(view, { cityHas, direction }, language);
}

function useFloorMarks(view: DraftView | null): readonly FloorMark[] {
  const floorWords = useFloorWords();
  const said = useRef(floorWords);
  said.current = floorWords;
  return useMemo(() => {
    if (view === null) return [];
    const { effective } = view;
    return Object.values(effective.standards).flatMap((standard) => {
      return SECTIONS.flatMap((section) => {
        const misses = view.missesOf(standard.id, section);
        if (misses.length === 0) return [];
        const told = { standard, shape: shapeOf(standard, effective), effective, section };
        return misses.map((miss) => ({
          path: [...placeOf(section, standard.id), ...miss.at],
          message: said.current(miss, told),
        }));
      });
    });
  }, [view]);
}
