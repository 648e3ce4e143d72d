import type { Label, Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { potLabel } from '../rulesets/pots.ts';
import type { Evaluation } from '../usecases/evaluation.ts';
import { channelNamed } from './channel-words.ts';

/** What the names in an answer are called, in one language: of the place, the claim's type, layers, payers, pots, limits, clauses. */
export function namedWords(evaluation: Evaluation, language: Language) {
  const { settlement, effective } = evaluation;
  const { layers } = settlement;
  const told = (entries: Iterable<readonly [string, Label | null | undefined]>) =>
    Object.fromEntries([...entries].flatMap(([id, label]) => (label ? [[id, label[language]]] : [])));
  const declared = effective.layers.filter(({ name }) => layers.some(({ layer }) => layer === name));
  const payers = declared.flatMap(({ payer }) => (payer === null ? [] : [payer]));
  const claimType = effective.claims.get(settlement.claimType);
  const channels = layers.flatMap(({ channel }) => (channel === null ? [] : [channel]));
  const reasons = layers.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  const cited = clausesOf(evaluation);
  return {
    title: effective.title[language],
    claimType: claimType?.label[language] ?? settlement.claimType,
    layers: told(declared.map(({ name, label }) => [name, label])),
    payers: told(payers.map(({ id, label }) => [id, label])),
    departments: told(payers.map(({ id, department }) => [id, department])),
    pots: told(Object.keys(settlement.selfPay).map((pot) => [pot, potLabel(effective, settlement.claimType, pot)])),
    limits: told(boundsOf(evaluation).map((name) => [name, effective.limits.find((one) => one.name === name)?.label])),
    channels: Object.fromEntries(channels.map((channel) => [channel, channelNamed(channel, effective, language)])),
    reasons: Object.fromEntries(reasons.map((reason) => [reason, say(reason, {}, language).message])),
    clauses: told([...effective.clauses].filter(([clause]) => cited.has(clause))),
  };
}

function boundsOf({ settlement }: Evaluation): readonly string[] {
  const bounds = settlement.layers.flatMap(({ lines }) => lines.map(({ boundBy }) => boundBy));
  return bounds.filter((name) => name !== null);
}

/** The clauses that an explained answer cites. */
function clausesOf({ settlement, explanation }: Evaluation): ReadonlySet<unknown> {
  const rules = explanation ?? [];
  return new Set([
    ...settlement.notices.map(({ args }) => args.clause),
    ...rules.map(({ clause }) => clause),
    ...rules.flatMap((rule) => (rule.applied ? rule.standards.map(({ clause }) => clause) : [])),
  ]);
}
