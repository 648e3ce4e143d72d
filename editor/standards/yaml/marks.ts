import type { Problem } from '../form/view.ts';
import { spanAt } from '../text/places.ts';
import type { Path } from '../text/yaml-value.ts';
import type { Monaco } from './open-monaco.ts';

/** Something below the floor, found in the page itself. */
export interface FloorMark {
  readonly path: Path;
  readonly message: string;
}

type Model = ReturnType<Monaco['editor']['createModel']>;

/**
 * Marks in a text: what the page finds below the floor, at once; and what the service finds, as soon as it has looked. Of the
 * same place and matter one mark is enough.
 */
export function mark(monaco: Monaco, model: Model, floor: readonly FloorMark[], problems: readonly Problem[]): void {
  const text = model.getValue();
  const own = floor.flatMap(({ path, message }) => {
    const span = spanAt(text, path);
    if (span === null) return [];
    const [start, end] = [model.getPositionAt(span.from), model.getPositionAt(span.to)];
    return [
      {
        ...rangeOf(start.lineNumber, start.column, end.lineNumber, end.column),
        message,
        severity: monaco.MarkerSeverity.Error,
      },
    ];
  });
  const lines = new Set(own.map(({ startLineNumber }) => startLineNumber));
  const theirs = problems
    .filter(({ code, line }) => line !== null && !(code === 'belowFloor' && lines.has(line)))
    .map(({ line, column, endLine, endColumn, message, help, severity }) => ({
      ...rangeOf(line ?? 1, column ?? 1, endLine ?? line ?? 1, endColumn ?? (column ?? 1) + 1),
      message: help === null ? message : `${message}\n${help}`,
      severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    }));
  monaco.editor.setModelMarkers(model, 'dixian', [...own, ...theirs]);
}

function rangeOf(startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number) {
  return { startLineNumber, startColumn, endLineNumber, endColumn };
}
