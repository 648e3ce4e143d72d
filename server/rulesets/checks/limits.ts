import { CLAIM } from '../bases.ts';
import { potsDrawn } from '../pots.ts';
import { didYouMean, inBoth, listed } from '../words.ts';
import { type Complaint, doubtful, wrong } from './complaint.ts';
import type { Declared, Scope, ScopedLimit } from './scope.ts';

/** Limits are over layers or rules that there are, say for how long, and can bind some payment. */
export function* checkLimits(scope: Scope): Generator<Complaint> {
  const layers = new Set(scope.layers.map(({ declared }) => declared.name));
  const rules = new Set(scope.rules.map(({ declared }) => declared.name));
  const known = [...new Set([...layers, ...rules])];
  for (const limit of scope.limits) {
    const { declared, pointer } = limit;
    if (pointer === null) continue;
    for (const list of ['over', 'binds'] as const) {
      for (const [index, given] of (declared[list] ?? []).entries()) {
        if (layers.has(given) || rules.has(given)) continue;
        const args = { given, known: listed(known), meant: didYouMean(given, known) };
        yield wrong('unknownLimited', `${pointer}/${list}/${index}`, args);
      }
    }
    if (declared.atMost !== undefined) yield* checkAtMost(declared, pointer);
    yield* checkReach(scope, limit, pointer);
  }
}

function* checkAtMost({ name, over, binds, per, atMost }: ScopedLimit, pointer: string): Generator<Complaint> {
  if (over === undefined && binds === undefined) yield wrong('limitOverNothing', `${pointer}/name`, { limit: name });
  const isShare = typeof atMost === 'object' && 'share' in atMost;
  // What the period has paid would be held against a share of this one bill.
  if (isShare && per !== undefined && per !== CLAIM)
    yield wrong('shareBeyondClaim', `${pointer}/per`, { limit: name, per });
  if (per === undefined && !isShare) yield doubtful('limitWithoutPeriod', `${pointer}/name`, { limit: name });
}

/** A layer without rules pays nothing, and pots that nothing draws from lose nothing: there the limit never binds. */
function* checkReach(scope: Scope, { declared }: Declared<ScopedLimit>, pointer: string): Generator<Complaint> {
  const { name, leave, of = [] } = declared;
  if (leave !== undefined) {
    const drawn = scope.rules.some(({ declared: { event } }) => potsDrawn(event).some((pot) => of.includes(pot)));
    if (!drawn)
      yield doubtful('limitUnreachable', `${pointer}/of`, {
        limit: name,
        what: listed(of),
        why: inBoth('whyNotDrawn'),
      });
    return;
  }
  const bound = declared.binds ?? declared.over ?? [];
  const paying = new Set(scope.rules.flatMap(({ declared: rule }) => [rule.name, rule.layer ?? '']));
  const idle = bound.filter((one) => scope.layers.some((layer) => layer.declared.name === one) && !paying.has(one));
  if (idle.length === 0) return;
  const list = declared.binds === undefined ? 'over' : 'binds';
  yield doubtful('limitUnreachable', `${pointer}/${list}`, {
    limit: name,
    what: listed(idle),
    why: inBoth('whyNoRule'),
  });
}
