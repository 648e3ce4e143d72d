import type { ReactNode } from 'react';
import type { ShownColumns } from './shown-columns.ts';

interface AcrossOf {
  readonly columns: ShownColumns;
  readonly children: (index: number) => ReactNode;
}

/** The cells in sight of a row, and the room of those that are not. */
export function Across({ columns, children }: AcrossOf) {
  return columns.parts.map((part) =>
    'gap' in part ? (
      <td key={`gap ${part.from}`} className="gap" aria-hidden="true" style={{ width: part.gap }} />
    ) : (
      children(part.index)
    ),
  );
}
