import { baseOf, baseStatedBy, CLAIM } from '../bases.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, doubtful, wrong } from './complaint.ts';
import { bothPay } from './rule-pairs.ts';
import type { Budget } from './satisfiable.ts';
import type { Declared, Scope, ScopedRule } from './scope.ts';
import type { Usage } from './usage.ts';

/**
 * What a rule of form `reimburse` says of the base that it works on: `year` and `base` name a layer or rule – under any other name
 * the base would be kept as if nothing were named –, `per: claim` is for rules that share one, and a deductible can be taken from
 * each claim only where there is a longer period.
 */
export function* checkBases(scope: Scope): Generator<Complaint> {
  const layers = new Set(scope.layers.map(({ declared }) => declared.name));
  const rules = new Set(scope.rules.map(({ declared }) => declared.name));
  const names = new Set([...layers, ...rules]);
  for (const { declared, pointer } of scope.rules) {
    if (pointer === null || declared.event.type !== 'reimburse') continue;
    const { year, per, base, deductiblePer } = declared.event.params;
    const at = `${pointer}/event/params`;
    for (const [key, given] of Object.entries({ year, base })) {
      if (typeof given !== 'string' || names.has(given)) continue;
      const known = { layers: listed(layers), rules: listed(rules), meant: didYouMean(given, names) };
      yield wrong('unknownBaseName', `${at}/${key}`, { key, given, ...known });
    }
    if (per === CLAIM && base === undefined) yield wrong('claimBaseUnnamed', `${at}/per`, { rule: declared.name });
    if (deductiblePer !== undefined && year === undefined && (per === undefined || per === CLAIM))
      yield wrong('deductiblePerAlone', `${at}/deductiblePer`, { rule: declared.name });
  }
}

/**
 * A rule that takes its deductible from each claim shares its base with no other on the same claim: each would take a deductible of
 * its own where one is meant, and what of a pot counts would hang on which of them came first.
 */
export function* checkSharedDeductibles(scope: Scope, usage: Usage, budget: Budget): Generator<Complaint> {
  const all = {
    layers: scope.layers.map(({ declared }) => declared),
    rules: scope.rules.map(({ declared }) => ({ ...declared, layer: declared.layer ?? null })),
  };
  const baseNamed = ({ declared }: Declared<ScopedRule>) => {
    const base = baseOf(all, { ...declared, layer: declared.layer ?? null });
    return base === null ? null : `${base.period} ${base.name}`;
  };
  const eachTime = scope.rules.filter(({ declared }) => isOfEachClaim(declared));
  for (const rule of eachTime) {
    const own = baseNamed(rule);
    for (const other of scope.rules) {
      if (other === rule || baseStatedBy(other.declared.event) === null || baseNamed(other) !== own) continue;
      const place = rule.pointer ?? other.pointer;
      if (place === null || bothPay(scope, usage, [rule.declared, other.declared], budget) === null) continue;
      const names = { rule: rule.declared.name, other: other.declared.name };
      const key = rule.pointer === null ? '' : '/event/params/deductiblePer';
      yield wrong('deductiblePerShared', `${place}${key}`, names);
      break;
    }
  }
  yield* checkBoundsOfDeductibles(eachTime, baseNamed);
}

/** Rules that share a base share what is taken of it: a bound that only some of them have lets the others take more. */
function* checkBoundsOfDeductibles(
  rules: readonly Declared<ScopedRule>[],
  baseNamed: (rule: Declared<ScopedRule>) => string | null,
): Generator<Complaint> {
  const boundOf = ({ declared: { event } }: Declared<ScopedRule>) =>
    event.type === 'reimburse' ? JSON.stringify(event.params.deductiblesAtMost) : undefined;
  for (const rule of rules) {
    const other = rules.find((one) => baseNamed(one) === baseNamed(rule) && boundOf(one) !== boundOf(rule));
    if (other === undefined || boundOf(rule) === undefined || rule.pointer === null) continue;
    const names = { rule: rule.declared.name, other: other.declared.name };
    yield doubtful('deductiblesApart', `${rule.pointer}/event/params/deductiblesAtMost`, names);
  }
}

function isOfEachClaim({ event }: ScopedRule): boolean {
  return event.type === 'reimburse' && event.params.deductiblePer !== undefined;
}
