import type { GoOn } from '../edges/go-on.ts';
import { SidePlans } from '../edges/side-plans.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import { claimWith } from '../proof/counterexample.ts';
import type { Undecided } from '../proof/proof.ts';
import type { Example, Gap, Shown } from './answer.ts';
import { holding, type Means } from './claim-where.ts';
import { type GapGroup, gapGroups } from './gap-groups.ts';
import { type Kind, linesOf, paysItself, type TypeKinds } from './kinds.ts';
import { rulePays } from './payable.ts';
import type { Settling } from './settling.ts';
import { trialAmounts } from './trial-amounts.ts';

/** Kinds of claims that no rule pays, and why it is not known of others; null where it is known of all. */
export interface GapsFound {
  readonly gaps: readonly Gap[];
  readonly open: Undecided | null;
}

type Leaf = GapGroup['leaves'][number];

/** Looks for the facts by which no rule pays a claim, whatever its amounts. */
export async function gapsOf(type: TypeKinds, { settling, prover }: Means, goOn: GoOn): Promise<GapsFound> {
  const unpaid = new Map<Kind, Shown>();
  let open = type.gap;
  for (const kind of type.kinds) {
    if (!(await goOn())) return { gaps: [], open: 'stopped' };
    const found = await isUnpaid(type, kind, { settling, prover });
    if (found !== null) unpaid.set(kind, found);
    if (found === 'searched') open ??= prover.hasSolver ? 'solverUnsure' : 'noSolver';
  }
  const gaps: Gap[] = [];
  const groups = gapGroups(type, new Set(unpaid.keys()));
  const ofSeveral = sharedLeaves(groups);
  for (const { facts, leaves } of groups) {
    const alone = leaves.find((leaf) => !ofSeveral.has(leaf));
    const example = await exampleIn(type, new Set([alone ?? leaves[0], leaves[0]]), settling);
    if (example === 'otherPlan') open ??= example;
    if (example === null || example === 'otherPlan') continue;
    const shown =
      leaves.every(({ kind }) => unpaid.get(kind) === 'proved') && type.gap === null ? 'proved' : 'searched';
    const { type: claimType } = type.shared;
    gaps.push({
      question: 'gaps',
      claimType,
      layer: null,
      rules: await rulesBehind(type, example),
      facts,
      shown,
      example,
    });
  }
  return { gaps, open };
}

/** A claim of the first of some profiles that has one that is good to read; else why there is none, where that is not as it should be. */
async function exampleIn(
  type: TypeKinds,
  tried: ReadonlySet<Leaf | undefined>,
  settling: Settling,
): Promise<Example | 'otherPlan' | null> {
  let none: 'otherPlan' | null = null;
  for (const leaf of tried) {
    const pair = leaf === undefined ? null : await type.pair(leaf.profile);
    const example = pair === null ? null : await plainExample(pair, settling);
    if (example !== null) return example;
    if (pair === null) none = 'otherPlan';
  }
  return none;
}

/** Profiles that belong to several gaps: a claim of them does not show which. */
function sharedLeaves(groups: readonly GapGroup[]): ReadonlySet<Leaf> {
  const [seen, shared] = [new Set<Leaf>(), new Set<Leaf>()];
  for (const { leaves } of groups)
    for (const leaf of leaves) {
      if (seen.has(leaf)) shared.add(leaf);
      seen.add(leaf);
    }
  return shared;
}

/** Whose doing it is: the terms that hold of such claims, or else the rules of the type, of which none applies. */
async function rulesBehind({ shared }: TypeKinds, { claim, date }: Example): Promise<readonly string[]> {
  const { ruleSet, claimType } = shared.sides.from;
  const { fired } = await new SidePlans(ruleSet, claimType).wayOf(claim, date);
  const terms = (claimType.rulesOf.get(null) ?? []).filter(({ name }) => fired.has(name));
  const rules = terms.length > 0 ? terms : claimType.rules.filter(({ layer }) => layer !== null);
  return rules.map(({ name }) => name);
}

/** The bill that a gap is shown with, in fen, and others where that is none of its claims'. */
const SHOWN_WITH = [10_000n, 2_000_000n, 1n];

/** A claim of a kind with a bill that is good to read. */
async function plainExample(pair: ClaimPair, settling: Settling): Promise<Example | null> {
  const isClaim = holding(pair, []);
  for (const amounts of trialAmounts(pair, SHOWN_WITH)) {
    const { from: date } = pair.pair.situation.dates;
    const example = isClaim(amounts) ? await settling.example(pair.shared, claimWith(pair, amounts), date) : null;
    if (example !== null) return example;
  }
  return null;
}

/** Whether no rule pays claims of a kind, and how it is known; null where one does, or tells who brings a premium. */
async function isUnpaid(type: TypeKinds, { profile, plan }: Kind, means: Means): Promise<Shown | null> {
  if (linesOf(plan).some(({ funding }) => funding !== null)) return null;
  let shown: Shown = 'proved';
  for (const { layer, lines } of plan.layers) {
    for (const { rule } of lines.filter(paysItself)) {
      const { answer } = await rulePays(type, profile, layer, rule.name, means);
      if (answer === 'found') return null;
      if (answer === 'unknown') shown = 'searched';
    }
  }
  return shown;
}
