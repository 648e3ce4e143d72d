import { type Attempt, type Truth, told } from '../../workflow/told.ts';

/** When something was asked and answered, counted over everybody. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Something that somebody tried upon a revision, and what they were told; `unknown` where they were told nothing certain. */
export interface Tried extends Span, Attempt {
  readonly upon: number;
  readonly outcome: 'done' | 'refused' | 'unknown';
}

/** What somebody was shown. */
export interface Shown extends Span {
  readonly revision: number;
  readonly stage: Truth['stage'];
  readonly text: number;
  readonly hands: readonly string[];
  readonly yes: readonly string[];
}

/** All that happened to one draft as its people saw it. */
export interface History {
  readonly first: number;
  readonly begun: Truth;
  readonly tried: readonly Tried[];
  readonly shown: readonly Shown[];
}

/** The order that explains a history: what was true at each revision, and which attempt led there. */
export type Explanation = ReadonlyMap<number, { readonly truth: Truth; readonly by: Tried | null }>;

/**
 * Finds an order in which one after another would have come to what everybody saw: of those that were told "done" all, of those
 * that were told nothing certain any, and none of those that were refused. Each that is done makes the next revision.
 * @returns the order, or what cannot be explained
 */
export function explained(history: History): Explanation | string {
  const { first, begun, tried, shown } = history;
  const done = tried.filter(({ outcome }) => outcome === 'done');
  const last = Math.max(first, ...shown.map(({ revision }) => revision), ...done.map(({ upon }) => upon + 1));
  let deepest = { revision: first - 1, why: 'nothing was tried' };

  function walk(
    revision: number,
    truth: Truth,
    by: Tried | null,
  ): Map<number, { truth: Truth; by: Tried | null }> | null {
    const strange = shown.find((one) => one.revision === revision && !shows(one, truth));
    if (strange !== undefined)
      return stuck(revision, `at revision ${revision} it was ${said(truth)}, but shown: ${said(strange)}`);
    if (revision === last) return new Map([[revision, { truth, by }]]);
    const acknowledged = done.filter(({ upon }) => upon === revision);
    if (acknowledged.length > 1)
      return stuck(revision, `two were done upon revision ${revision}: ${said(acknowledged)}`);
    const unknown = tried.filter(({ upon, outcome }) => upon === revision && outcome === 'unknown');
    for (const one of acknowledged.length === 1 ? acknowledged : unknown) {
      const next = copied(truth);
      if (!told(next, one, false)) continue;
      const rest = walk(revision + 1, next, one);
      if (rest !== null) return rest.set(revision, { truth, by });
    }
    return stuck(revision, `nothing explains revision ${revision + 1} after ${said(truth)}: ${said(acknowledged)}`);
  }

  /** The way that came furthest says most. */
  function stuck(revision: number, why: string): null {
    if (revision > deepest.revision) deepest = { revision, why };
    return null;
  }

  const order = walk(first, begun, null);
  return order === null ? deepest.why : (outOfTime(history, order) ?? order);
}

/** What contradicts the order in which people saw things happen; null where nothing does. */
function outOfTime({ first, tried, shown }: History, order: Explanation): string | null {
  const known = [
    ...tried.filter(({ outcome }) => outcome === 'done').map(({ to, upon }) => ({ to, revision: upon + 1 })),
    ...shown,
  ];
  const atLeast = (from: number) => Math.max(first, ...known.filter(({ to }) => to < from).map((one) => one.revision));
  const atMost = (to: number) =>
    Math.max(first, ...[...order].filter(([, { by }]) => by !== null && by.from < to).map(([revision]) => revision));
  for (const one of shown) {
    if (one.revision < atLeast(one.from)) return `an old revision was shown: ${said(one)}`;
  }
  for (const one of tried) {
    const [low, high] = [atLeast(one.from), atMost(one.to)];
    if (one.outcome === 'done' && one.upon < low) return `done upon an old revision: ${said(one)}`;
    const truth = order.get(one.upon)?.truth;
    const mustSucceed = low === one.upon && high === one.upon && truth !== undefined && told(copied(truth), one, false);
    if (one.outcome === 'refused' && mustSucceed) return `refused without a reason: ${said(one)}`;
  }
  return null;
}

function shows(one: Shown, { stage, text, hands, yes }: Truth): boolean {
  const same = (a: Iterable<string>, b: Iterable<string>) => [...a].sort().join() === [...b].sort().join();
  return one.stage === stage && one.text === text && same(one.hands, hands) && same(one.yes, yes.keys());
}

function copied({ text, hands, yes, stage }: Truth): Truth {
  return { text, hands: new Set(hands), yes: new Map(yes), stage };
}

function said(what: object): string {
  return JSON.stringify(what, (_, value) => (value instanceof Set || value instanceof Map ? [...value] : value));
}
