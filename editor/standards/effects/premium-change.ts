import { fenOf } from '../../settlement/money.ts';
import { rulesOf } from '../../settlement/rules-of.ts';
import { type Compared, isFunding } from './compared.ts';

/** A part of a year's premium that a draft moves, in fen: the premium itself, who brings it, or what is left unspent. */
export interface MovedPart {
  /** As the settlement has it: `premium`, a share's own name, or what is called `rest`. */
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What a draft does to one rule that funds premiums. */
export interface PremiumChange {
  readonly rule: string;
  /** What the rule is called, in the reader's language. */
  readonly label: string;
  readonly moved: readonly MovedPart[];
}

/** What a draft does to a year's premiums, rule by rule in the order of the settlement; rules that move nothing are left out. */
export function premiumChanges({ before, after }: Pick<Compared, 'before' | 'after'>): readonly PremiumChange[] {
  if (before === null || after === null) return [];
  const [had, has] = [fundingsOf(before), fundingsOf(after)];
  return [...new Set([...has.keys(), ...had.keys()])].flatMap((rule) => {
    const [old, now] = [had.get(rule), has.get(rule)];
    const names = new Set([...Object.keys(now?.parts ?? {}), ...Object.keys(old?.parts ?? {})]);
    const parts = [...names].map((name) => {
      return { name, before: fenOf(old?.parts[name] ?? 0), after: fenOf(now?.parts[name] ?? 0) };
    });
    const moved = parts.filter((part) => part.before !== part.after);
    return moved.length === 0 ? [] : [{ rule, label: now?.label ?? old?.label ?? rule, moved }];
  });
}

/** A year's premiums of typical persons and households, with what a draft does to them; nothing where it leaves them. */
export interface ComparedFunding {
  readonly funding: Compared;
  readonly changes: readonly PremiumChange[];
}

/** The premiums among typical claims that are settled before and after. */
export function comparedFundings(compared: readonly Compared[]): readonly ComparedFunding[] {
  return compared
    .filter(({ before, after }) => isFunding(after) && isFunding(before))
    .map((funding) => ({ funding, changes: premiumChanges(funding) }));
}

type Settled = NonNullable<Compared['after']>;

/** The fundings of a settlement by the rule that makes them. */
function fundingsOf(settlement: Settled) {
  const fundings = settlement.layers.flatMap(({ layer, lines }) =>
    lines.flatMap(({ rule, funding }) => {
      if (funding === undefined) return [];
      const label = rulesOf(settlement, layer).find((one) => one.rule === rule)?.label ?? rule;
      return [[rule, { label, parts: funding as Readonly<Record<string, number>> }] as const];
    }),
  );
  return new Map(fundings);
}
