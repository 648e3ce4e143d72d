import type { Edge, EdgeSelfPay } from '../analysis/edges/edge.ts';
import { Amount } from '../domain/amount.ts';
import type { Language } from '../domain/label.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { ComparedEdges } from '../usecases/edges.ts';
import { edgeWords } from './edge-words.ts';
import { writeJson } from './json.ts';

/** The answer of edges-answer.schema.json, each edge with its sentence. */
export function edgesJson(
  { edges, ...rest }: ComparedEdges,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): string {
  return writeJson({ ...rest, edges: edges.map((edge) => edgeJson(edge, edgeWords(edge, ruleSets, language))) });
}

function edgeJson({ layers, paid, selfPay, ...rest }: Edge, message: string) {
  return {
    ...rest,
    layers: layers.map(({ paid: { from, to }, ...layer }) => ({
      ...layer,
      paid: { from: orNull(from), to: orNull(to) },
    })),
    paid: changeJson(paid),
    selfPay: changeJson(selfPay),
    message,
  };
}

function orNull(fen: number | null): Amount | null {
  return fen === null ? null : new Amount(fen);
}

function changeJson({ from, to, change }: EdgeSelfPay) {
  return { from: new Amount(from), to: new Amount(to), change: new Amount(change) };
}
