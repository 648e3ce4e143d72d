import type { Counterexample, Undecided, YearProof } from '../analysis/proof/proof.ts';
import type { FindingArgument } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { cnyWords } from '../domain/money.ts';
import { claimWords } from '../http/edge-words.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { potNamed } from '../rulesets/pots.ts';
import type { CheckedLemma } from '../usecases/proof-certificate.ts';
import type { ComparedProof } from '../usecases/prove.ts';

type Args = Readonly<Record<string, FindingArgument>>;

/** A proof as people read it: what came out, the claim that loses, the year, and what was left open. */
export function proofSheet(
  proof: ComparedProof,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): readonly string[] {
  const words = (code: string, args: Args) => say(code, args, language).message;
  const { result, counterexample, year, undecided, bounds } = proof;
  const labelOf = (type: string) => ruleSets.map(({ claims }) => claims.get(type)?.label).find(Boolean) ?? type;
  const open = undecided.map(({ claimType, reason, count, by }) => {
    const args = { type: labelOf(claimType), reason: words(reasonCode(reason), {}), count };
    return by === undefined ? words('proofOpen', args) : words('proofOpenBy', { ...args, by: by.join(', ') });
  });
  return [
    words('proofHead', { from: proof.from.label, to: proof.to.label }),
    counterexample?.loss === 0 ? movedWords(counterexample, ruleSets, words) : words(codeOf('proof', result), {}),
    ...(counterexample === null ? [] : exampleWords(counterexample, ruleSets, language)),
    ...yearWords(year, ruleSets, language),
    '',
    ...typeWords(proof, labelOf, words),
    ...[...open, ...openProfiles(proof, labelOf, words)].map((line) => `  ${line}`),
    ...bounds.map(
      ({ claimType, fact, upTo }) =>
        `  ${words('proofBound', { type: labelOf(claimType), fact: factLabel(ruleSets, claimType, fact), upTo })}`,
    ),
  ];
}

function factLabel(ruleSets: readonly EffectiveRuleSet[], type: string, fact: string): FindingArgument {
  return ruleSets.map(({ claims }) => claims.get(type)?.facts.get(fact)?.label).find(Boolean) ?? fact;
}

function reasonCode(reason: Undecided): string {
  return codeOf('proof', reason);
}

function typeWords(
  { profiles }: ComparedProof,
  labelOf: (type: string) => FindingArgument,
  words: (code: string, args: Args) => string,
): readonly string[] {
  return [...new Set(profiles.map(({ claimType }) => claimType))].map((type) => {
    const own = profiles.filter(({ claimType }) => claimType === type);
    const alike = own.filter(({ by }) => by === 'samePlan').length;
    const all = own.reduce((sum, one) => sum + one.profiles, 0);
    return `  ${words('proofOfType', { type: labelOf(type), cases: own.length, profiles: all, alike })}`;
  });
}

function openProfiles(
  { profiles }: ComparedProof,
  labelOf: (type: string) => FindingArgument,
  words: (code: string, args: Args) => string,
): readonly string[] {
  const open = new Map<string, { type: string; reason: Undecided; count: number }>();
  for (const { claimType, reason } of profiles) {
    if (reason === null) continue;
    const key = `${claimType} ${reason}`;
    open.set(key, { type: claimType, reason, count: (open.get(key)?.count ?? 0) + 1 });
  }
  return [...open.values()].map(({ type, reason, count }) =>
    words('proofOpen', { type: labelOf(type), reason: words(reasonCode(reason), {}), count }),
  );
}

function exampleWords(
  example: Counterexample,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): readonly string[] {
  const { before, after, firstLayer } = example;
  const words = (code: string, args: Args) => say(code, args, language).message;
  const labels = new Map(ruleSets.flatMap(({ layers }) => layers.map(({ name, label }) => [name, label] as const)));
  const label = (layer: string) => labels.get(layer) ?? layer;
  const given = new Map(after.layers.map(({ layer, paid }) => [layer, paid]));
  const args = {
    facts: claimWords(example, ruleSets, language),
    paidFrom: cnyWords(before.paid),
    paidTo: cnyWords(after.paid),
    from: cnyWords(before.selfPay.total ?? 0),
    to: cnyWords(after.selfPay.total ?? 0),
    parts: firstLayer === null ? '' : words('proofParts', { layer: label(firstLayer) }),
  };
  const layers = before.layers.map(({ layer, paid }) =>
    words('proofLayer', { layer: label(layer), from: cnyWords(paid), to: cnyWords(given.get(layer) ?? 0) }),
  );
  const pots = movedPots(example, ruleSets).map((pot) => words('proofPot', pot));
  const code = args.from === args.to ? 'proofExampleBorneAlike' : 'proofExample';
  return [`- ${words(code, args)}`, ...[...layers, ...pots].map((line) => `  ${line}`)];
}

/** Refuted though nobody loses in all: of which part of the bill more is left, and what that leaves of the whole. */
function movedWords(
  example: Counterexample,
  ruleSets: readonly EffectiveRuleSet[],
  words: (code: string, args: Args) => string,
): string {
  const { before, after } = example;
  const [moved] = movedPots(example, ruleSets);
  const less = (before.selfPay.total ?? 0) - (after.selfPay.total ?? 0);
  const pot = moved?.pot ?? '';
  return less === 0 ? words('proofMovedSame', { pot }) : words('proofMovedLess', { pot, less: cnyWords(less) });
}

/** Where all together is no more than before: of which parts of the bill more is borne. */
function movedPots({ claim, before, after }: Counterexample, ruleSets: readonly EffectiveRuleSet[]) {
  if ((after.selfPay.total ?? 0) > (before.selfPay.total ?? 0)) return [];
  const type = String(claim.type);
  return Object.entries(after.selfPay)
    .filter(([pot, left]) => left > (before.selfPay[pot] ?? 0))
    .map(([pot, left]) => ({
      pot: potNamed(ruleSets, type, pot),
      from: cnyWords(before.selfPay[pot] ?? 0),
      to: cnyWords(left),
    }));
}

function yearWords(
  { result, example, tried }: YearProof,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): readonly string[] {
  const words = (code: string, args: Args) => say(code, args, language).message;
  const none = tried === 0 ? 'proofYearUntried' : 'proofYearUndecided';
  if (example === null) return [words(result === 'proved' ? 'proofYearProved' : none, { tried })];
  const { claims, dates, selfPay, paid, loss } = example;
  // What stands beside the bill is paid less, and nothing more is borne.
  const isBorne = selfPay.to - selfPay.from === loss;
  const { from, to } = isBorne ? selfPay : paid;
  const args = { from: cnyWords(from), to: cnyWords(to), loss: cnyWords(loss) };
  const told = claims.map((claim, at) =>
    words('proofYearClaim', { number: at + 1, facts: claimWords({ claim, dates }, ruleSets, language) }),
  );
  return [words(isBorne ? 'proofYearRefuted' : 'proofYearPaidLess', args), ...told.map((line) => `- ${line}`)];
}

/** What became of the lemmas of a certificate: those that do not hold each in a line. */
export function verificationSheet(checked: readonly CheckedLemma[], language: Language): readonly string[] {
  const words = (code: string, args: Args) => say(code, args, language).message;
  const all = checked.length;
  const open = checked.filter(({ result }) => result !== 'holds');
  const bad = open.filter(({ result }) => result !== 'undecided');
  if (open.length === 0) return [words('certificateHolds', { count: all })];
  const head =
    bad.length > 0
      ? words('certificateFails', { count: bad.length, all })
      : words('certificateUndecided', { count: open.length, all });
  return [head, ...open.map((one) => `- ${words('certificateLemma', { ...one })}`)];
}
