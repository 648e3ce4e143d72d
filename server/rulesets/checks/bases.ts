import { CLAIM } from '../counters.ts';
import { didYouMean } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import type { Scope } from './scope.ts';

/**
 * What a rule of form `reimburse` says of the base that it works on: `base` names a layer or rule, `per: claim` is for rules that
 * share one, and a deductible can be taken from each claim only where there is a longer period.
 */
export function* checkBases(scope: Scope): Generator<Complaint> {
  const names = new Set(scope.layers.map(({ declared }) => declared.name));
  for (const { declared } of scope.rules) names.add(declared.name);
  for (const { declared, pointer } of scope.rules) {
    if (pointer === null || declared.event.type !== 'reimburse') continue;
    const { year, per, base, deductiblePer } = declared.event.params;
    const at = `${pointer}/event/params`;
    if (base !== undefined && !names.has(base))
      yield wrong('unknownBaseName', `${at}/base`, { given: base, meant: didYouMean(base, names) });
    if (per === CLAIM && base === undefined) yield wrong('claimBaseUnnamed', `${at}/per`, { rule: declared.name });
    if (deductiblePer !== undefined && year === undefined && (per === undefined || per === CLAIM))
      yield wrong('deductiblePerAlone', `${at}/deductiblePer`, { rule: declared.name });
  }
}
