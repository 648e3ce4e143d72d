import { limitBeyond } from '../limit-beyond.ts';
import { nameRule } from '../named-in.ts';
import { potsDrawn } from '../pots.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, doubtful, wrong } from './complaint.ts';
import { bothPay } from './rule-pairs.ts';
import type { Budget } from './satisfiable.ts';
import type { Declared, Scope, ScopedLimit, ScopedRule } from './scope.ts';
import type { Usage } from './usage.ts';

/** A rule that works beyond a limit, where that is said, and what it draws from. */
interface Beyond {
  readonly rule: Declared<ScopedRule>;
  readonly name: string;
  /** The limit of that name on payments; undefined where there is none. */
  readonly limit: ScopedLimit | undefined;
  readonly pots: readonly string[];
  readonly at: string;
}

/**
 * A rule that works beyond a limit names one that bounds payments, and not its own; it draws from one pot, and some rule that pays
 * before it from the same pot is bound by that limit. Of each such rule it can be told which part of the cost was cut off.
 */
export function* checkBeyond(scope: Scope): Generator<Complaint> {
  for (const { rule, name, limit, pots, at } of beyondIn(scope)) {
    const own = rule.declared.name;
    const [pot] = pots;
    if (limit === undefined) {
      const known = bounding(scope).map((one) => one.name);
      yield wrong('unknownLimit', `${at}/beyond`, {
        given: name,
        known: listed(known),
        meant: didYouMean(name, known),
      });
    } else if (pot === undefined || pots.length > 1) {
      yield wrong('beyondSeveralPots', `${at}/of`, { rule: own, pots: listed(pots) });
    } else if (binds(scope, limit, rule.declared)) {
      yield wrong('beyondItself', `${at}/beyond`, { limit: name, rule: own });
    } else if (placeOf(scope, rule.declared) >= 0) {
      const bound = boundBefore(scope, rule, limit, pot);
      const unfit = bound.find((one) => !tellsCost(one));
      if (unfit !== undefined) yield wrong('beyondUnfit', `${at}/beyond`, { limit: name, rule: unfit.name });
      else if (bound.length === 0) yield wrong('beyondNothing', `${at}/beyond`, { limit: name, pot });
    }
  }
}

/**
 * Some claim is paid by a rule that the limit binds and by the rule beyond it; and what pays from the pot between the two is
 * pointed out, for the cost beyond the limit is the same whatever was paid of it since.
 */
export function* checkPaidBetween(scope: Scope, usage: Usage, budget: Budget): Generator<Complaint> {
  for (const { rule, name, limit, pots, at } of beyondIn(scope)) {
    const [pot] = pots;
    if (limit === undefined || pot === undefined) continue;
    const meet = (one: ScopedRule, other: ScopedRule) => bothPay(scope, usage, [one, other], budget) !== null;
    const bound = boundBefore(scope, rule, limit, pot).filter((one) => meet(one, rule.declared));
    if (bound.length === 0) {
      yield wrong('beyondNothing', `${at}/beyond`, { limit: name, pot });
      continue;
    }
    const before = drawingBefore(scope, rule, pot);
    const between = before.find(
      (one, index) =>
        bound.some((first) => before.indexOf(first) < index && meet(first, one)) && meet(one, rule.declared),
    );
    if (between !== undefined)
      yield doubtful('beyondPaidBetween', `${at}/beyond`, { limit: name, other: between.name, pot });
  }
}

function beyondIn(scope: Scope): readonly Beyond[] {
  return scope.rules.flatMap((rule): Beyond[] => {
    const name = limitBeyond(rule.declared.event);
    if (rule.pointer === null || name === null) return [];
    const limit = bounding(scope).find((one) => one.name === name);
    return [{ rule, name, limit, pots: potsDrawn(rule.declared.event), at: `${rule.pointer}/event/params` }];
  });
}

/** The limits on payments. */
function bounding({ limits }: Scope): readonly ScopedLimit[] {
  return limits.map(({ declared }) => declared).filter(({ atMost }) => atMost !== undefined);
}

function boundBefore(scope: Scope, rule: Declared<ScopedRule>, limit: ScopedLimit, pot: string): readonly ScopedRule[] {
  return drawingBefore(scope, rule, pot).filter((one) => binds(scope, limit, one));
}

/** The rules that draw from a pot before a rule, in paying order: those of earlier layers, and of its own what stands before it. */
function drawingBefore(scope: Scope, rule: Declared<ScopedRule>, pot: string): readonly ScopedRule[] {
  const own = placeOf(scope, rule.declared);
  const at = scope.rules.indexOf(rule);
  return scope.rules
    .map(({ declared }, index) => ({ declared, index, place: placeOf(scope, declared) }))
    .filter(({ declared }) => potsDrawn(declared.event).includes(pot))
    .filter(({ index, place }) => place < own || (place === own && index < at))
    .toSorted((one, other) => one.place - other.place || one.index - other.index)
    .map(({ declared }) => declared);
}

function placeOf({ layers }: Scope, { layer }: ScopedRule): number {
  return layers.findIndex(({ declared }) => declared.name === layer);
}

function binds({ layers }: Scope, { over = [], binds: bound = over }: ScopedLimit, rule: ScopedRule): boolean {
  return nameRule(bound, new Set(layers.map(({ declared }) => declared.name)), rule);
}

/** Whether a rule pays its one pot from the first fen to the last, each part at a ratio. */
function tellsCost({ event }: ScopedRule): boolean {
  return event.type === 'reimburse' && event.params.parts === undefined && potsDrawn(event).length === 1;
}
