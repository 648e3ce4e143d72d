import { memo } from 'react';
import type { Matrix } from '../../api/matrix.ts';
import type { Standard } from '../../api/rules.ts';
import { sameYaml, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { keyedIn, SECTIONS } from './some-people.ts';
import { StandardRow } from './standard-row.tsx';
import { type DraftView, DraftViewProvider } from './view.ts';

interface RowFrameOf {
  readonly standard: Standard;
  readonly row: Matrix['standards'][number];
  readonly view: DraftView;
}

/** A standard's row that is drawn anew only where something of its own has changed: a keystroke is one row's matter, not sixty's. */
export const RowFrame = memo(function RowFrame({ standard, row, view }: RowFrameOf) {
  return (
    <DraftViewProvider value={view}>
      <StandardRow standard={standard} row={row} />
    </DraftViewProvider>
  );
}, isSame);

function isSame(before: RowFrameOf, after: RowFrameOf): boolean {
  const { id } = after.standard;
  return (
    before.standard === after.standard &&
    before.row === after.row &&
    before.view.effective === after.view.effective &&
    before.view.mayWrite === after.view.mayWrite &&
    before.view.isChanged(id) === after.view.isChanged(id) &&
    before.view.lastChangeOf(id) === after.view.lastChangeOf(id) &&
    sameYaml(ownOf(before), ownOf(after)) &&
    JSON.stringify(toldOf(before)) === JSON.stringify(toldOf(after))
  );
}

const ownOf = ({ view: { value }, standard: { id } }: RowFrameOf): YamlValue => [
  valueAt(value ?? {}, ['standards', id]) ?? null,
  keyedIn(value, id) ?? null,
];

const toldOf = ({ view, standard: { id } }: RowFrameOf) =>
  SECTIONS.map((section) => [view.missesOf(id, section), view.problemsOf(`/${section}/${id}`)]);
