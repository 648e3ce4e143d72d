import type { Edge, EdgeSelfPay, EdgesRefusal } from '../analysis/edges/edge.ts';
import { Amount } from '../domain/amount.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { ComparedEdges } from '../usecases/edges.ts';
import { edgeWords } from './edge-words.ts';
import { writeJson } from './json.ts';

/** The answer of edges-answer.schema.json, each edge with its sentence. */
export function edgesJson(
  { edges, types, ...rest }: ComparedEdges,
  ruleSets: readonly EffectiveRuleSet[],
  language: Language,
): string {
  return writeJson({
    ...rest,
    types: types.map(({ refusals, ...type }) => ({
      ...type,
      refusals: refusals.map((refusal) => refusalJson(refusal, language)),
    })),
    edges: edges.map((edge) => edgeJson(edge, edgeWords(edge, ruleSets, language))),
  });
}

function refusalJson({ finding: { code, args }, ...rest }: EdgesRefusal, language: Language) {
  return { ...rest, code, message: say(code, args, language).message };
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
