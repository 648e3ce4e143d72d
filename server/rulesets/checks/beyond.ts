import { limitBeyond } from '../limit-beyond.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import type { Declared, Scope, ScopedLimit, ScopedRule } from './scope.ts';

/**
 * A rule that works beyond a limit names one that bounds payments; it draws from one pot, and some rule that pays before it from
 * the same pot is bound by that limit. Of each such rule it can be told which part of the cost was cut off.
 */
export function* checkBeyond(scope: Scope): Generator<Complaint> {
  for (const rule of scope.rules) {
    const name = limitBeyond(rule.declared.event);
    if (rule.pointer === null || name === null) continue;
    yield* checkLimitBeyond(scope, rule, name, `${rule.pointer}/event/params`);
  }
}

function* checkLimitBeyond(scope: Scope, rule: Declared<ScopedRule>, name: string, at: string): Generator<Complaint> {
  const bounding = scope.limits.map(({ declared }) => declared).filter(({ atMost }) => atMost !== undefined);
  const limit = bounding.find((one) => one.name === name);
  if (limit === undefined) {
    const known = bounding.map((one) => one.name);
    yield wrong('unknownLimit', `${at}/beyond`, { given: name, known: listed(known), meant: didYouMean(name, known) });
    return;
  }
  const pots = potsDrawn(rule.declared);
  const [pot] = pots;
  if (pot === undefined || pots.length > 1) {
    yield wrong('beyondSeveralPots', `${at}/of`, { rule: rule.declared.name, pots: listed(pots) });
    return;
  }
  const bound = rulesBefore(scope, rule).filter((one) => binds(limit, one) && potsDrawn(one).includes(pot));
  const unfit = bound.find((one) => !tellsCost(one));
  if (unfit !== undefined) yield wrong('beyondUnfit', `${at}/beyond`, { limit: name, rule: unfit.name });
  else if (bound.length === 0) yield wrong('beyondNothing', `${at}/beyond`, { limit: name, pot });
}

function potsDrawn({ event: { params } }: ScopedRule): readonly string[] {
  return 'of' in params ? (params.of ?? []) : [];
}

/** The rules that pay before a rule, in paying order: those of earlier layers, and of its own what stands before it. */
function rulesBefore({ layers, rules }: Scope, rule: Declared<ScopedRule>): readonly ScopedRule[] {
  const place = ({ layer }: ScopedRule) => layers.findIndex(({ declared }) => declared.name === layer);
  const own = place(rule.declared);
  const at = rules.indexOf(rule);
  return rules
    .filter(({ declared }, index) => place(declared) < own || (place(declared) === own && index < at))
    .map(({ declared }) => declared);
}

function binds({ over = [], binds: bound = over }: ScopedLimit, { name, layer }: ScopedRule): boolean {
  return bound.includes(name) || (layer !== undefined && bound.includes(layer));
}

/** Whether a rule pays its one pot from the first fen to the last, each part at a ratio. */
function tellsCost(rule: ScopedRule): boolean {
  const { event } = rule;
  return event.type === 'reimburse' && event.params.parts === undefined && potsDrawn(rule).length === 1;
}
