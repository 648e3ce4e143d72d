import type { Plan, PlanLayer, PlanLine } from './plan.ts';
import { historyOf, limitNotice } from './run-plan.ts';
import type { Line, Notice, Reason, SettledLayer, Settlement } from './settlement.ts';

/**
 * What a plan comes to for one claim, as numbers alone, in the order of {@link layOut}: amounts in fen, counters of units as
 * they are, and of a choice the number of what was chosen.
 */
export type Tally = readonly number[];

/** A tally with the plan that says what its numbers are. */
export interface Tallied {
  readonly plan: Plan;
  readonly tally: Tally;
}

/** What one number of a tally is. */
export type Place =
  | { readonly kind: 'paid' }
  | { readonly kind: 'layerPaid'; readonly layer: PlanLayer }
  /** Why a layer pays nothing: a choice of {@link REASONS}, 0 where it pays. */
  | { readonly kind: 'reason'; readonly layer: PlanLayer }
  | { readonly kind: 'owed'; readonly line: PlanLine }
  | { readonly kind: 'linePaid'; readonly line: PlanLine }
  /** What bound a line: a choice of {@link boundsOf}, 0 for nothing. */
  | { readonly kind: 'boundBy'; readonly line: PlanLine }
  /** A variable of the plan: a share of a premium, or what is left of a pot. */
  | { readonly kind: 'variable'; readonly variable: string }
  | { readonly kind: 'selfPay' }
  | { readonly kind: 'before'; readonly counter: Plan['counters'][number] }
  | { readonly kind: 'after'; readonly counter: Plan['counters'][number] };

/** What the number of a reason means. */
export const REASONS: readonly (Reason | null)[] = [null, 'nothingOwed', 'nothingLeft', 'limitUsedUp'];

/** What the number of a bound means. */
export function boundsOf({ bounds }: PlanLine): readonly (string | null)[] {
  return [null, ...new Set(bounds.map(({ name }) => name))];
}

/** Gives what stands in a place. */
export interface Filling {
  number(place: Place): number;
  text(place: Place): string;
}

/**
 * Lays out the settlement that every claim of a plan has, asking for what differs from claim to claim place by place: their
 * order is that of a tally. Notices are those of the plan; one that a limit stopped a payment follows from `boundBy`.
 */
export function layOut(plan: Plan, fill: Filling): Settlement {
  const selfPay: Record<string, number> = {};
  const settlement = {
    claimType: plan.claimType,
    eligible: plan.eligible,
    layers: plan.layers.map((layer) => layOutLayer(layer, fill)),
    paid: fill.number({ kind: 'paid' }),
    selfPay,
    history: {
      before: historyOf(plan, (counter) => fill.number({ kind: 'before', counter })),
      after: historyOf(plan, (counter) => fill.number({ kind: 'after', counter })),
    },
    notices: plan.notices,
  };
  for (const { pot, variable } of plan.selfPay) selfPay[pot] = fill.number({ kind: 'variable', variable });
  selfPay.total = fill.number({ kind: 'selfPay' });
  return settlement;
}

function layOutLayer(layer: PlanLayer, fill: Filling): SettledLayer {
  const { payer, channel, settled, reason } = layer;
  return {
    layer: layer.layer,
    payer,
    channel,
    paid: reason === null ? fill.number({ kind: 'layerPaid', layer }) : 0,
    reason: reason ?? (fill.text({ kind: 'reason', layer }) as Reason),
    ...(settled ? { settled } : {}),
    lines: layer.lines.map((line) => layOutLine(line, fill)),
  };
}

function layOutLine(line: PlanLine, fill: Filling): Line {
  const { rule, funding } = line;
  const laid = {
    rule: rule.name,
    owed: fill.number({ kind: 'owed', line }),
    paid: fill.number({ kind: 'linePaid', line }),
    boundBy: fill.text({ kind: 'boundBy', line }),
  };
  if (funding === null) return laid;
  const shares = funding.map(({ name, variable }) => [name, fill.number({ kind: 'variable', variable })] as const);
  return { ...laid, funding: Object.fromEntries(shares) };
}

/** What each number of a plan's tallies is. */
function placesOf(plan: Plan): readonly Place[] {
  const places: Place[] = [];
  layOut(plan, { number: (place) => places.push(place), text: (place) => String(places.push(place)) });
  return places;
}

/** Which numbers of a plan's tallies are choices: why a layer pays nothing, and what bound a line. */
export function choicesOf(plan: Plan): readonly number[] {
  return placesOf(plan).flatMap(({ kind }, at) => (kind === 'reason' || kind === 'boundBy' ? [at] : []));
}

/** Where the numbers of a line stand that a limit may bind. */
export interface LimitedLine {
  readonly line: PlanLine;
  readonly owed: number;
  readonly paid: number;
  readonly boundBy: number;
  /** What the number of what bound it means. */
  readonly bounds: readonly (string | null)[];
}

/** The lines of a plan that limits may bind, in their order. */
export function limitedLines(plan: Plan): readonly LimitedLine[] {
  const places = placesOf(plan);
  const at = (kind: 'owed' | 'linePaid' | 'boundBy', line: PlanLine) =>
    places.findIndex((place) => place.kind === kind && place.line === line);
  return plan.layers
    .flatMap(({ lines }) => lines)
    .filter(({ bounds }) => bounds.some(({ limit }) => limit !== null))
    .map((line) => ({
      line,
      owed: at('owed', line),
      paid: at('linePaid', line),
      boundBy: at('boundBy', line),
      bounds: boundsOf(line),
    }));
}

/** What a claim is told beside the notices of its plan: where limits stopped payments. */
export function limitNotices(lines: readonly LimitedLine[], tally: Tally): readonly Notice[] {
  let notices = NONE;
  for (const { line, owed, paid, boundBy, bounds } of lines) {
    const choice = tally[boundBy] as number;
    if (choice === 0) continue;
    const unpaid = (tally[owed] as number) - (tally[paid] as number);
    const notice = limitNotice(line, unpaid, bounds[choice] ?? undefined);
    if (notice !== null) notices = [...notices, notice];
  }
  return notices;
}

const NONE: readonly Notice[] = [];
