import { createContext, useContext } from 'react';
import type { Validation } from '../../api/drafts.ts';
import type { EffectiveRules } from '../../api/effective.ts';
import type { Matrix } from '../../api/matrix.ts';
import type { FloorSchema, Miss } from '../text/floor-reader.ts';
import type { Path, YamlMap, YamlValue } from '../text/yaml-value.ts';
import type { Section } from './some-people.ts';

/** Something that is wrong, or worth knowing, with its place in the text. */
export type Problem = Validation['problems'][number];

/** When a standard of the county's was last changed, by which version and whom. */
export interface LastChange {
  readonly version: string;
  readonly from: string;
  readonly by: string;
  readonly at: string;
}

/** The reason that a draft began with, which is another version's; undefined where there is none. */
export interface StartReason {
  readonly reason: YamlValue | undefined;
}

/** What the fields of a draft's form stand on. */
export interface DraftView {
  readonly effective: EffectiveRules;
  readonly rows: Matrix['standards'];
  readonly products: Matrix['products'];
  /** The floor of a standard. */
  readonly floorOf: (id: string) => FloorSchema;
  /** The floor of what some people are given of a standard. */
  readonly someFloorOf: (id: string) => FloorSchema;
  /** The draft's own values; null where its text cannot be read. */
  readonly value: YamlMap | null;
  /** The reason of the version that it was begun from; null while it is asked for. */
  readonly startReason: StartReason | null;
  /** What a standard's figures miss of the floor, everybody's unless some people's are asked for; places below the figures. */
  readonly missesOf: (id: string, section?: Section) => readonly Miss[];
  /** What was found at a place and inside it, as long as the place says what it said then. */
  readonly problemsOf: (pointer: string) => readonly Problem[];
  /** Whether the draft says something else of a standard than the place's own text in force on its first day, where that is known. */
  readonly isChanged: (id: string) => boolean;
  readonly lastChangeOf: (id: string) => LastChange | null;
  /** Whether anything may be changed here and now. */
  readonly mayWrite: boolean;
  /** Another value in the text; undefined takes it out. */
  readonly change: (path: Path, value: YamlValue | undefined) => void;
}

const View = createContext<DraftView | null>(null);

/** Gives all fields inside it the draft that they are of. */
export const DraftViewProvider = View.Provider;

/** The draft that a field is of. */
export function useDraftView(): DraftView {
  const view = useContext(View);
  if (view === null) throw new Error('outside of a draft');
  return view;
}
