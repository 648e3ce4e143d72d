import { fenOf } from '../../domain/money.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Edge, Edges, EdgesOfType, LeftOut } from './edge.ts';
import { type GoOn, untilStopped } from './go-on.ts';
import { narrowedClaims } from './narrowed.ts';
import { plainEdge } from './plain-edge.ts';
import { type Found, Probe } from './probe.ts';
import { claimOfRefused } from './refused-claim.ts';
import { type SharedClaim, sharedClaim } from './shared-claim.ts';
import { type Situations, situationsOf } from './situations.ts';
import { byStake, Tally } from './tally.ts';

/** How far a comparison goes. */
export interface EdgesOptions {
  /** Edges answered at most; 50 unless given. */
  readonly limit?: number;
  /** Claim types that are compared; all unless given. */
  readonly types?: readonly string[];
  /** Claims made at most; 25,000 unless given. */
  readonly claims?: number;
  /**
   * Asked between pieces of work of a millisecond or so; false ends the search, and what was found by then is answered. It
   * may take its time: a service lets others have their turn.
   */
  readonly goOn?: GoOn;
}

const LIMIT = 50;
const CLAIMS = 25_000;

/**
 * Claims one fen below, at and above every threshold, band, cap, class and date of either rule set, settled under both:
 * those that differ. Deterministic: the same two rule sets give the same answer, unless `goOn` ends the search.
 */
export async function findEdges(
  from: EffectiveRuleSet,
  to: EffectiveRuleSet,
  { limit = LIMIT, types: only, claims = CLAIMS, goOn: asked = () => true }: EdgesOptions = {},
): Promise<Edges> {
  const { goOn } = untilStopped(asked);
  const { shared, leftOut } = sharedTypes(from, to, only);
  const figure = Math.max(largestFigure(from), largestFigure(to));
  const compared: {
    readonly shared: SharedClaim;
    readonly situations: Situations;
    readonly probes: readonly Probe[];
  }[] = [];
  for (const one of shared) {
    const situations = await situationsOf(one, goOn);
    const probes = situations.different.map(({ pair }) => new Probe(one, pair, figure));
    compared.push({ shared: one, situations, probes });
  }
  const tally = new Tally();
  let finished = await probeAll(
    compared.flatMap(({ probes }) => probes),
    tally,
    claims,
    goOn,
  );
  for (const { shared: one, situations } of compared) {
    const refused = situations.refusals.map((each) => claimOfRefused(one, each));
    const narrowed = await narrowedClaims(one, situations.settled, goOn);
    tally.refuse(one.type, [...refused, ...narrowed.claims]);
    finished &&= narrowed.complete;
  }
  const types = compared.map(({ shared: one, situations }) => tally.ofType(one, countsOf(situations)));
  const { considered, refused, different } = tally;
  return {
    edges: await shownEdges(tally.ordered(), limit, compared, goOn),
    types,
    considered,
    settled: considered - refused,
    refused,
    different,
    truncated: !finished || compared.some(({ situations }) => !situations.complete),
    leftOut: { ...leftOut, days: compared.reduce((sum, { situations }) => sum + situations.oneSidedDays, 0) },
  };
}

/** The first of what was found, at most so many, each by its plainest claim, and no claim twice. */
async function shownEdges(
  ordered: readonly Found[],
  limit: number,
  compared: readonly { readonly situations: Situations }[],
  goOn: GoOn,
): Promise<readonly Edge[]> {
  const places = new Map(
    compared.flatMap(({ situations }) => situations.different.map((place) => [place.pair, { place, situations }])),
  );
  const shown = new Map<string, Edge>();
  for (const found of ordered) {
    if (shown.size >= limit) break;
    const known = places.get(found.probe.pair);
    if (known === undefined) continue;
    const edge = await plainEdge(found, known.place, known.situations.plainer, goOn);
    const name = JSON.stringify([edge.dates, edge.claim]);
    if (!shown.has(name)) shown.set(name, edge);
  }
  return [...shown.values()].sort((one, other) => byStake(one.paid.change, other.paid.change));
}

/** Takes a scan of each pair of plans in turn, so that none is looked at less than another when a bound is reached. */
async function probeAll(probes: readonly Probe[], tally: Tally, claims: number, goOn: GoOn): Promise<boolean> {
  let open = probes;
  while (open.length > 0) {
    const next: Probe[] = [];
    for (const probe of open) {
      if (tally.considered >= claims || !(await goOn())) return false;
      const { value, done } = probe.scans.next();
      if (done === true) continue;
      tally.add(probe.shared.type, probe.settle(value, claims - tally.considered));
      next.push(probe);
    }
    open = next;
  }
  return true;
}

function countsOf({ considered, alike, refused }: Situations): EdgesOfType['situations'] {
  return { considered, alike, refused };
}

/** The claim types that both rule sets have, made ready to compare, and what cannot be compared. */
export function sharedTypes(from: EffectiveRuleSet, to: EffectiveRuleSet, only: readonly string[] | undefined) {
  const shared: SharedClaim[] = [];
  const types: LeftOut['types'][number][] = [];
  const facts: LeftOut['facts'][number][] = [];
  for (const type of new Set([...from.claims.keys(), ...to.claims.keys()])) {
    if (only?.includes(type) === false) continue;
    if (!from.claims.has(type) || !to.claims.has(type)) {
      types.push({ type, reason: from.claims.has(type) ? 'onlyFrom' : 'onlyTo' });
      continue;
    }
    const one = sharedClaim(from, to, type);
    if (one === null) types.push({ type, reason: 'notComparable' });
    else {
      shared.push(one);
      facts.push(...one.oneSided.map((fact) => ({ type, fact })));
    }
  }
  return { shared, leftOut: { types, facts } };
}

/** The largest amount of money that a rule set's standards name, in fen. */
export function largestFigure({ standards }: EffectiveRuleSet): number {
  let largest = 0;
  const visit = (value: unknown) => {
    if (typeof value === 'number') largest = Math.max(largest, value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  for (const { value } of standards.values()) visit(value);
  return fenOf(largest);
}
