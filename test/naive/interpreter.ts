// The rule language as one slow, literal program: what the engine is held to. Nothing is remembered, nothing is skipped.
import { floorRatio, minRatio, minus, ONE, plus, type Ratio, ratioOf, times, ZERO } from '../../server/domain/ratio.ts';
import type { Claim, Line, Reason, SettledLayer, Settlement } from '../../server/engine/settlement.ts';
import { baseOf } from '../../server/rulesets/bases.ts';
import type { EffectiveRuleSet, Layer, Rule } from '../../server/rulesets/effective-rule-set.ts';
import type { Condition, Figure } from '../../server/rulesets/language.ts';
import { at, factsOf, fail, isItem, judge, leafByType, leafMet, plainlyUnmet, standardsOf } from './claim-facts.ts';
import { fen, halfUp, lesser, positive, total, whole } from './exact.ts';
import { type Asked, formAmount, type Owed } from './form-amounts.ts';
import { boundsDeductibles, type CounterName, counterBefore, counterOf, historyOf, idOf } from './history.ts';
import { standardsUnder, unlessUnset } from './standards.ts';

/** Worst to best. */
const TERMS = ['none', 'settled', 'ordinary', 'full'];

/** So much of these pots stays with the person. */
interface Kept {
  readonly of: readonly string[];
  readonly amount: bigint;
}

/**
 * Settles a claim that its schema accepts. Notices are left to the engine.
 * @param fired the rules whose conditions are met, where another engine has found them
 * @throws Refused
 */
export function settleNaively(
  ruleSet: EffectiveRuleSet,
  claim: Claim,
  date: string,
  fired?: ReadonlySet<string>,
): Settlement {
  const claimType = ruleSet.claims.get(claim.type) ?? fail('unknownClaimType');
  const facts = factsOf(claimType, claim, date);

  const { standardValue, figure, plain, money } = standardsUnder(ruleSet, facts);

  // ---- which rules bear on this type of claim, and which of them fire ----
  const look = (name: string): unknown => (name.startsWith('$') ? standardValue(name) : facts.get(name));
  const isSet = (condition: Condition) => unlessUnset(() => standardsOf(condition).map(look)) !== null;
  const holds = (condition: Condition): boolean =>
    !plainlyUnmet(condition, claimType, facts) &&
    isSet(condition) &&
    judge(condition, (leaf) => leafMet(leaf, claimType, look)) === true;
  const rules = ruleSet.rules.filter((rule) => judge(rule.conditions, (leaf) => leafByType(leaf, claimType)) !== false);
  const firing = rules.filter(({ name, conditions }) => (fired === undefined ? holds(conditions) : fired.has(name)));
  const layers = ruleSet.layers.filter(({ name }) => rules.some(({ layer }) => layer === name));

  // ---- terms: the least that any rule leaves a layer ----
  const terms = new Map<string, string>();
  const termOf = (layer: string) => terms.get(layer) ?? 'full';
  for (const { event } of firing) {
    if (event.type !== 'terms') continue;
    for (const [layer, term] of Object.entries(unlessUnset(() => standardValue(event.params.terms)) ?? {})) {
      if (TERMS.indexOf(term) < TERMS.indexOf(termOf(layer))) terms.set(layer, term);
    }
  }
  const pays = (layer: Layer) => ['ordinary', 'full'].includes(termOf(layer.name));
  const covers = ({ origin }: Layer) => layers.some((one) => one.origin === origin && pays(one));
  const eligible = layers.length === 0 || layers.some(pays);

  // ---- the bill divided into pots; left is what others have not paid ----
  const declared = [...claimType.facts.values()];
  const cost = new Map(declared.filter(isItem).map(({ id }) => [id.slice('cost.'.length), fen(facts.get(id))]));
  for (const { id, type } of declared) {
    if (type.kind !== 'money' || type.partOf === null) continue;
    if (fen(facts.get(id)) > fen(facts.get(type.partOf))) fail('partAboveWhole');
  }
  for (const { item, to, share, atMost, rest } of ruleSet.costs) {
    const amount = cost.get(item);
    if (amount === undefined) continue;
    const ratio = share === undefined ? ONE : (unlessUnset(() => plain(share, 'full')) ?? ONE);
    const most = atMost === undefined ? null : unlessUnset(() => figure(atMost, 'full'));
    const within = most === null ? whole(amount) : minRatio(whole(amount), times(most, whole(100n)));
    const part = halfUp(times(within, ratio));
    cost.delete(item);
    cost.set(to, (cost.get(to) ?? 0n) + part);
    if (rest !== undefined) cost.set(rest, (cost.get(rest) ?? 0n) + amount - part);
  }
  const left = new Map([...cost].map(([pot, amount]) => [pot, amount - fen(at(claim, ['paidElsewhere', pot]))]));
  if ([...left.values()].some((amount) => amount < 0n)) fail('elsewhereAboveCost');
  const sumOf = (pots: Map<string, bigint>, of: readonly string[]) => total(of.map((pot) => pots.get(pot) ?? 0n));

  const isLayer = (name: string) => ruleSet.layers.some((layer) => layer.name === name);
  const layerOf = (rule: string) => ruleSet.rules.find(({ name }) => name === rule)?.layer ?? null;
  const before = (counter: CounterName) => counterBefore(ruleSet, claim, counter);
  const grown = new Map<string, bigint>();
  /** By base, what each pot has added: a pot counts once. */
  const addedBy = new Map<string, Map<string, bigint>>();

  // ---- payments: the least of owed, left and the room of every limit, drawn from the pots in order ----
  const paid: { readonly rule: Rule; readonly amount: bigint }[] = [];
  const cutOff: { readonly limit: string; readonly pot: string; readonly cost: Ratio }[] = [];
  const named = (names: readonly string[], rule: Rule) =>
    names.some((name) => name === (isLayer(name) ? rule.layer : rule.name));
  const paidFor = (names: readonly string[]) =>
    total(paid.filter(({ rule }) => named(names, rule)).map(({ amount }) => amount));
  const active = ruleSet.limits.filter(({ conditions }) => conditions === null || holds(conditions));

  const potsOf = ({ event }: Rule) => ('of' in event.params ? (event.params.of ?? []) : []);
  const addedByOthers = (rule: Rule, counter: CounterName) =>
    total([...(addedBy.get(idOf(counter)) ?? [])].filter(([pot]) => !potsOf(rule).includes(pot)).map(([, one]) => one));
  const takenIn = (rule: Rule): CounterName | null => {
    const base = boundsDeductibles(rule) ? baseOf(ruleSet, rule) : null;
    return base === null || base.period === 'claim' ? null : { ...base, kind: 'deductible' };
  };
  const takenBefore = (rule: Rule) => {
    const counter = takenIn(rule);
    return counter === null ? 0n : (grown.get(idOf(counter)) ?? before(counter));
  };
  const formOf = (rule: Rule, term: string): Owed => {
    const counter = counterOf(ruleSet, rule);
    const ask: Asked = {
      figure: (one) => figure(one, term),
      plain: (one, band) => plain(one, term, band),
      money: (one) => money(one, term),
      value: (reference, grade) => standardValue(reference, term, grade),
      left: (of) => sumOf(left, of),
      cost: (of) => sumOf(cost, of),
      beyond: (limit, pot) =>
        cutOff.filter((one) => one.limit === limit && one.pot === pot).reduce((sum, one) => plus(sum, one.cost), ZERO),
      amount: (fact) => fen(facts.get(claimType.facts.has(fact) ? fact : `cost.${fact}`)),
      count: (fact) => ratioOf(Math.max(0, Number(facts.get(fact) ?? 0))),
      list: (fact) => (facts.get(fact) ?? []) as readonly number[],
      before: counter && before(counter) + addedByOthers(rule, counter),
      taken: takenBefore(rule),
    };
    return formAmount(rule.event, ask);
  };
  /** To be called before the rule draws from its pots. */
  const grow = (rule: Rule, { after, taken }: Owed) => {
    const ofDeductibles = takenIn(rule);
    if (ofDeductibles !== null && taken !== undefined) grown.set(idOf(ofDeductibles), taken);
    const counter = counterOf(ruleSet, rule);
    if (counter === null || after === undefined) return;
    if (counter.kind === 'count') {
      grown.set(idOf(counter), after);
      return;
    }
    const added = addedBy.get(idOf(counter)) ?? new Map<string, bigint>();
    const fresh = potsOf(rule).filter((pot) => !added.has(pot));
    const isAbove = 'deductiblePer' in rule.event.params && rule.event.params.deductiblePer === 'claim';
    const above = after - before(counter) - addedByOthers(rule, counter);
    for (const [at, pot] of fresh.entries()) added.set(pot, !isAbove ? (left.get(pot) ?? 0n) : at === 0 ? above : 0n);
    addedBy.set(idOf(counter), added);
    grown.set(idOf(counter), before(counter) + total([...added.values()]));
  };
  /** Takes an amount out of pots in their order, leaving what must stay; answers what could be taken. */
  const draw = (pots: Map<string, bigint>, of: readonly string[], amount: bigint, kept: readonly Kept[]): bigint => {
    let take = amount;
    for (const pot of of.filter((one) => pots.has(one))) {
      const free = kept.filter((one) => one.of.includes(pot)).map((one) => positive(sumOf(pots, one.of) - one.amount));
      const drawn = [take, pots.get(pot) ?? 0n, ...free].reduce(lesser);
      pots.set(pot, (pots.get(pot) ?? 0n) - drawn);
      take -= drawn;
    }
    return amount - take;
  };
  const pay = (rule: Rule, term: string): Line => {
    const form = formOf(rule, term);
    const of = form.of ?? [];
    let amount = form.owed;
    let boundBy: string | null = null;
    const rooms: { readonly name: string; readonly room: bigint }[] = [];
    const bound = (name: string, room: bigint) => {
      rooms.push({ name, room });
      if (room < amount) [amount, boundBy] = [room, name];
    };
    if (form.of !== null) bound('left', sumOf(left, of));
    const kept: Kept[] = [];
    for (const limit of active) {
      if (limit.kind !== 'leave' || !limit.of.some((pot) => of.includes(pot))) continue;
      const stays = unlessUnset(() => floorRatio(money(limit.leave, term)));
      if (stays === null) continue;
      kept.push({ of: limit.of, amount: stays });
      bound(limit.name, draw(new Map(left), of, sumOf(left, of), kept));
    }
    for (const limit of active) {
      if (limit.kind !== 'atMost' || !named(limit.binds, rule)) continue;
      const { atMost, over, per } = limit;
      const share = (one: { share: Figure; of: readonly string[] }) =>
        times(plain(one.share, term), whole(sumOf(cost, one.of)));
      const most = unlessUnset(() =>
        typeof atMost === 'object' && 'share' in atMost ? share(atMost) : money(atMost, term),
      );
      if (most === null) continue;
      // A rule's own counter is part of its layer's.
      const counted = over.filter((name) => isLayer(name) || !over.includes(layerOf(name) ?? ''));
      const used = per === 'claim' ? 0n : total(counted.map((name) => before({ period: per, name, kind: 'paid' })));
      bound(limit.name, positive(floorRatio(most) - used - paidFor(over)));
    }
    // Each limit cuts off what those before it have left.
    const [pot] = of;
    if (form.beyond !== undefined && pot !== undefined && of.length === 1) {
      let cut = ZERO;
      for (const [at, { name }] of rooms.entries()) {
        const least = rooms.slice(0, at + 1).map(({ room }) => room);
        const cost = form.beyond(least.reduce(lesser));
        cutOff.push({ limit: name, pot, cost: minus(cost, cut) });
        cut = cost;
      }
    }
    grow(rule, form);
    draw(left, of, amount, kept);
    paid.push({ rule, amount });
    const line = { rule: rule.name, owed: Number(form.owed), paid: Number(amount), boundBy };
    return form.funding === undefined ? line : { ...line, funding: form.funding };
  };
  /** Another system settled the layer: the amount given is taken as paid, and no limit cuts it. */
  const takeGiven = (layer: string, fires: readonly Rule[]): Line[] => {
    const paying = fires.length > 0 ? fires : rules.filter((rule) => rule.layer === layer);
    const own = rules.filter((rule) => rule.layer === layer);
    const of = [...new Set(own.flatMap(({ event }) => ('of' in event.params ? (event.params.of ?? []) : [])))];
    const amount = fen(at(claim, ['settled', layer]));
    if (of.length > 0 && amount > sumOf(left, of)) fail('settledAboveLeft');
    for (const rule of fires) unlessUnset(() => grow(rule, formOf(rule, 'full')));
    draw(left, of, amount, []);
    return paying.slice(0, 1).map((rule) => {
      paid.push({ rule, amount });
      return { rule: rule.name, owed: Number(amount), paid: Number(amount), boundBy: null };
    });
  };
  const linesOf = (layer: Layer): readonly Line[] | Reason => {
    const { name, period, combine } = layer;
    const fires = firing.filter((rule) => rule.layer === name);
    const term = termOf(name);
    if (!eligible) return 'notEligible';
    if (at(claim, ['settled', name]) !== undefined) return takeGiven(name, fires);
    if (date < period.from || (period.to !== undefined && period.to < date)) return 'outsidePeriod';
    if (term === 'settled') return fires.length > 0 ? fail('settledMissing') : 'noRuleApplies';
    if (term === 'none') {
      if (!covers(layer)) return 'notEligible';
      for (const rule of fires)
        if (counterOf(ruleSet, rule)?.kind === 'base') unlessUnset(() => grow(rule, formOf(rule, 'ordinary')));
      return 'withheld';
    }
    const lines: Line[] = [];
    for (const rule of fires) {
      const line = combine === 'one' && lines.length > 0 ? null : unlessUnset(() => pay(rule, term));
      if (line !== null) lines.push(line);
    }
    if (lines.length > 0) return lines;
    const needsUnset = (condition: Condition) => !plainlyUnmet(condition, claimType, facts) && !isSet(condition);
    const off = rules.some((rule) => rule.layer === name && needsUnset(rule.conditions));
    return fires.length > 0 || off ? 'standardUnset' : 'noRuleApplies';
  };
  const settled = layers.map((layer): SettledLayer => {
    const found = linesOf(layer);
    const lines = typeof found === 'string' ? [] : found;
    const sum = lines.reduce((most, line) => most + line.paid, 0);
    const reason = sum > 0 ? null : typeof found === 'string' ? found : reasonOf(lines);
    const channel = layer.channel === null ? null : unlessUnset(() => `${standardValue(`$${layer.channel}`)}`);
    const given = eligible && at(claim, ['settled', layer.name]) !== undefined;
    return {
      layer: layer.name,
      payer: layer.payer?.id ?? null,
      channel,
      paid: sum,
      lines,
      ...(reason === null ? {} : { reason }),
      ...(given ? { settled: true } : {}),
    };
  });
  const after = (counter: CounterName): bigint =>
    counter.kind === 'paid' ? before(counter) + paidFor([counter.name]) : (grown.get(idOf(counter)) ?? before(counter));
  return {
    claimType: claim.type,
    eligible,
    layers: settled,
    paid: settled.reduce((sum, layer) => sum + layer.paid, 0),
    selfPay: {
      ...Object.fromEntries([...left].map(([pot, amount]) => [pot, Number(amount)])),
      total: Number(total([...left.values()])),
    },
    history: { before: historyOf(ruleSet, claim, before), after: historyOf(ruleSet, claim, after) },
    notices: [],
  };
}

/** Why lines paid nothing: what bound the first that owed something, else that nothing was owed. */
function reasonOf(lines: readonly Line[]): Reason {
  const owing = lines.find(({ owed }) => owed > 0);
  if (lines.length > 0 && lines.every(({ funding }) => funding !== undefined)) return 'paysNobody';
  return owing === undefined || owing.boundBy === null
    ? 'nothingOwed'
    : owing.boundBy === 'left'
      ? 'nothingLeft'
      : 'limitUsedUp';
}
