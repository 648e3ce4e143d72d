import type { Claim } from '../../server/engine/settlement.ts';
import type { Counter } from '../../server/rulesets/counters.ts';
import type { FactDeclaration, RuleSet } from '../../server/rulesets/language.ts';
import type { Draw } from './random-draw.ts';
import { dates } from './random-facts.ts';

/** A claim that the schema of its type accepts, with amounts at thresholds, and the date it is settled on. */
export function randomClaim(draw: Draw, document: RuleSet, known: readonly Counter[]): { claim: Claim; date: string } {
  const type = draw.pick(Object.keys(document.claims));
  const { facts, date: dateFact } = document.claims[type] ?? { facts: {} };
  const date = draw.chance(75) ? '2019-06-01' : draw.pick(dates);
  const claim: Record<string, unknown> = { type };
  const send = (path: string, value: unknown) => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let here = claim;
    for (const step of steps) {
      here[step] ??= {};
      here = here[step] as Record<string, unknown>;
    }
    here[last] = value;
  };
  for (const [id, fact] of Object.entries(facts)) {
    if (fact.daysBetween !== undefined) continue;
    if (fact.default !== undefined && !draw.chance(65)) continue;
    if (id === dateFact) {
      if (draw.chance(30)) send(id, draw.chance(90) ? date : '2019-06-02');
    } else send(id, factValue(draw, fact));
  }
  // Part of a pot: not more than the pot.
  const bill = (claim.cost ?? {}) as Record<string, number>;
  if (bill.drug !== undefined && draw.chance(95)) bill.drug = Math.min(bill.drug, bill.inScope ?? 0);
  for (const pot of Object.keys(bill)) {
    if (pot !== 'drug' && draw.chance(12))
      send(`paidElsewhere.${pot}`, Math.min(draw.money(), draw.chance(95) ? (bill[pot] ?? 0) : 1e9));
  }
  for (const { name } of document.layers)
    if (draw.chance(8)) send(`settled.${name}`, Math.min(draw.money(), draw.chance(60) ? (bill.inScope ?? 0) : 1e9));
  if (draw.chance(60))
    for (const counter of known) history(draw, counter, (path, value) => send(`history.${path}`, value));
  return { claim: JSON.parse(JSON.stringify(claim)) as Claim, date };
}

/** A counter under its own name, or under the names of its rules, or left out. */
function history(
  draw: Draw,
  { period, name, kind, rules }: Counter,
  send: (path: string, value: number) => void,
): void {
  const parts = kind === 'paid' ? draw.some(rules) : [name];
  for (const of of draw.pick([[name], [name], parts, []])) {
    send(`${period}.${of}.${kind}`, kind === 'count' ? draw.pick([0, 1, 3, 7]) : draw.money());
  }
}

function factValue(draw: Draw, { choice, integer, decimal, boolean, date, list }: FactDeclaration): unknown {
  const itemsOf = (items: NonNullable<FactDeclaration['choice']>) =>
    (Array.isArray(items) ? items : Object.keys(items)).map((item) =>
      /^\d+$/.test(String(item)) ? Number(item) : item,
    );
  if (choice !== undefined) return draw.pick(itemsOf(choice));
  if (integer !== undefined)
    return draw.pick(
      [0, 1, 1, 2, 3, 4, 17, 18, 59, 60].filter(
        (one) => one >= (typeof integer === 'object' ? (integer?.atLeast ?? 0) : 0),
      ),
    );
  if (decimal !== undefined) {
    const { atMost = 300, places = 2 } = typeof decimal === 'object' ? (decimal ?? {}) : {};
    const tried = [0, 0.1, 0.3, 0.5, 1, 1.5, 3.5, 3.4, 199.9, draw.int(0, 10 ** places) / 10 ** places];
    return draw.pick(tried.filter((one) => one <= atMost));
  }
  if (boolean !== undefined) return draw.chance(50);
  if (date !== undefined) return draw.pick(dates);
  if (list === undefined) return draw.money();
  const most = draw.int(0, 3);
  if (typeof list === 'object' && list.choice !== undefined) return draw.some(itemsOf(list.choice));
  return Array.from({ length: most }, () => draw.int(1, 10));
}
