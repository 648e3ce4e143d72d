import { useMemo, useRef } from 'react';
import { type EffectiveRules, useEffectiveRules } from '../../api/effective.ts';
import { useMatrix } from '../../api/matrix.ts';
import { useVersionText } from '../../api/published-versions.ts';
import { type Changelog, useChangelog, useFloor } from '../../api/rules.ts';
import { SECTIONS, type Section, withoutOwnKey } from '../form/some-people.ts';
import type { DraftView, LastChange, Problem, StartReason } from '../form/view.ts';
import { type FloorSchema, floorAt, floorMisses, type Miss } from '../text/floor-reader.ts';
import { readText } from '../text/read-text.ts';
import { tightest } from '../text/tightest.ts';
import { type Path, sameYaml, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';

/** What a view of a draft is made from. */
export interface ViewOf {
  readonly jurisdiction: string;
  /** Whether it is a county's, which has a floor and a form; a city's own text has neither. */
  readonly isCounty: boolean;
  readonly problems: readonly Problem[] | null;
  /** The text in which these were found; null before any was looked at. */
  readonly checked: string | null;
  readonly mayWrite: boolean;
  readonly change: (path: Path, value: YamlValue | undefined) => void;
  /** The reason of the version that it was begun from; null while it is asked for. */
  readonly startReason: StartReason | null;
}

/** A day as a text writes it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The draft's own text as values, and its period; what could be read last where it cannot be read now. */
export function useTextRead(text: string, date: string) {
  const last = useRef<{ from: string; to: string | null }>({ from: date, to: null });
  return useMemo(() => {
    const value = readText(text)?.value ?? null;
    const from = valueAt(value ?? {}, ['effective', 'from']);
    const to = valueAt(value ?? {}, ['effective', 'to']);
    if (typeof from === 'string' && DAY.test(from) && !Number.isNaN(Date.parse(from)))
      last.current = { from, to: typeof to === 'string' && DAY.test(to) ? to : null };
    return { value, ...last.current };
  }, [text]);
}

/**
 * All that the form of a draft stands on: the rules and the floor of its first day, and what its text says. On a day without
 * rules the form stays as it was on the last one with some: the day is mended there, beside what is wrong with it.
 */
export function useDraftViewOf(
  { jurisdiction, isCounty, problems, checked, mayWrite, change, startReason }: ViewOf,
  value: YamlMap | null,
  from: string,
) {
  const onFirstDay = useEffectiveRules(jurisdiction, from);
  const lastDay = useRef<string | null>(null);
  if (onFirstDay.data !== undefined && !onFirstDay.isPlaceholderData) lastDay.current = from;
  // Null, where the page has come to none yet, is the nearest one to today.
  const day = onFirstDay.error === null ? from : lastDay.current;
  const effective = useEffectiveRules(jurisdiction, day);
  const floor = useFloor(isCounty ? jurisdiction : null, day);
  const matrix = useMatrix(day, jurisdiction);
  const changelog = useChangelog(jurisdiction);
  const changes = useMemo(() => lastChanges(changelog.data), [changelog.data]);
  const inForce = useOwnInForce(jurisdiction, effective.data);
  const misses = useMemo(() => missesIn(floor.data, value), [floor.data, value]);
  const checkedValue = useMemo(() => (checked === null ? null : (readText(checked)?.value ?? null)), [checked]);
  const problemsOf = (pointer: string) =>
    (problems ?? []).filter((one) => isAt(one, pointer) && isSameAt(pointer, value, checkedValue));
  const view: DraftView | null =
    effective.data === undefined || floor.data === undefined || matrix.data === undefined
      ? null
      : {
          effective: cityShaped(effective.data),
          rows: matrix.data.standards,
          products: matrix.data.products,
          floorOf: (id) => floorAt(floor.data, ['standards', id]),
          someFloorOf: (id) => floorAt(floor.data, ['keyedStandards', id]),
          value,
          missesOf: (id, section = 'standards') => misses[section].get(id) ?? [],
          problemsOf,
          isChanged: (id) => {
            const ofIt = (text: YamlMap | null, section: Section) => valueAt(text ?? {}, [section, id]) ?? null;
            return inForce !== null && SECTIONS.some((one) => !sameYaml(ofIt(value, one), ofIt(inForce, one)));
          },
          lastChangeOf: (id) => changes.get(id) ?? null,
          mayWrite,
          change,
          startReason,
        };
  const failed = [onFirstDay, effective, floor, matrix].find(({ error }) => error !== null);
  return {
    view,
    /** Of a city's draft what its form shows beside; null of a county's, and until it is known. */
    rules:
      isCounty || effective.data === undefined || matrix.data === undefined
        ? null
        : { effective: effective.data, rows: matrix.data.standards, products: matrix.data.products },
    heading: { value, mayWrite, change, problemsOf, startReason },
    /** Whether its first day is one with rules. */
    hasRules: onFirstDay.error === null,
    name: effective.data?.name ?? null,
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
  };
}

const NOTHING: YamlMap = {};

/** What a county's text in force says; empty where it has none, null until it is known. */
function useOwnInForce(jurisdiction: string, effective: EffectiveRules | undefined): YamlMap | null {
  const version = effective?.override == null ? null : effective.override.version;
  const { data } = useVersionText(jurisdiction, version);
  const hasCome = effective !== undefined;
  return useMemo(() => {
    if (version === null) return hasCome ? NOTHING : null;
    return data === undefined ? null : (readText(data)?.value ?? null);
  }, [version, data, hasCome]);
}

function isAt({ pointer: at }: Problem, pointer: string): boolean {
  return at === pointer || at?.startsWith(`${pointer}/`) === true;
}

/** Whether a place still says what it said when it was looked at: of what has been typed since, nothing is known yet. */
function isSameAt(pointer: string, now: YamlMap | null, then: YamlMap | null): boolean {
  const path = pointer.split('/').slice(1);
  return sameYaml(valueAt(now ?? {}, path) ?? null, valueAt(then ?? {}, path) ?? null);
}

/** Rules whose standards are read as the city reads them, whatever the version in force gives some people: a form begins from there. */
const cityShapes = new WeakMap<EffectiveRules, EffectiveRules>();

function cityShaped(effective: EffectiveRules): EffectiveRules {
  const known = cityShapes.get(effective);
  if (known !== undefined) return known;
  const standards = Object.entries(effective.standards).map(([id, one]) => [id, withoutOwnKey(one)] as const);
  const shaped = { ...effective, standards: Object.fromEntries(standards) };
  cityShapes.set(effective, shaped);
  return shaped;
}

/** What the text's figures miss of the floor, everybody's and some people's, by standard; places below the figures. */
function missesIn(floor: FloorSchema | undefined, value: YamlMap | null): Record<Section, ReadonlyMap<string, Miss[]>> {
  return { standards: missesOf('standards', floor, value), keyedStandards: missesOf('keyedStandards', floor, value) };
}

function missesOf(
  section: Section,
  floor: FloorSchema | undefined,
  value: YamlMap | null,
): ReadonlyMap<string, Miss[]> {
  const given = value?.[section];
  const found = new Map<string, Miss[]>();
  if (floor === undefined || given === undefined || given === null) return found;
  for (const miss of tightest(floorMisses(floorAt(floor, [section]), given))) {
    const [id, ...below] = miss.at;
    const at = section === 'keyedStandards' && below[0] === 'value' ? below.slice(1) : below;
    if (id !== undefined) found.set(String(id), [...(found.get(String(id)) ?? []), { ...miss, at }]);
  }
  return found;
}

/** For each standard the last publication that changed it. */
function lastChanges(changelog: Changelog | undefined): ReadonlyMap<string, LastChange> {
  const found = new Map<string, LastChange>();
  for (const { publication, comparison } of changelog?.items ?? []) {
    const { version, effective, publishedBy: by, publishedAt: at } = publication;
    for (const { subject, id } of comparison?.changes ?? [])
      if (subject === 'standard' && id !== null && !found.has(id))
        found.set(id, { version, from: effective.from, by, at });
  }
  return found;
}
