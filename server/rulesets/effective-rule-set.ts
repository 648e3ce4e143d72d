import type { Period } from '../domain/dates.ts';
import type { Label } from '../domain/label.ts';
import type { Condition, Cost, Event, Figure, StandardValue } from './language.ts';

/** One version of a jurisdiction's rule set, as its publication record names it. `version` is null for an unpublished text. */
export interface VersionName {
  readonly jurisdiction: string;
  readonly version: string | null;
  /** sha256 over the meaning of the text, see `digest.ts`. */
  readonly digest: string;
}

/** A choice's items in the order of the document; ids are strings, also where a claim sends a number. */
export type ChoiceItems = ReadonlyMap<string, Label>;

/** What kind of thing a fact is. */
export type FactKind =
  /** `firstOf`: the list fact of whose items it is the first in this order; derived then, never sent. */
  | { readonly kind: 'choice'; readonly items: ChoiceItems; readonly firstOf?: string }
  | { readonly kind: 'money'; readonly partOf: string | null }
  | { readonly kind: 'integer'; readonly atLeast: number | null; readonly atMost: number | null }
  /** Never negative; `places`: at most so many decimals. */
  | {
      readonly kind: 'decimal';
      readonly places: number;
      readonly atLeast: number | null;
      readonly atMost: number | null;
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | {
      readonly kind: 'list';
      readonly items: ChoiceItems | null;
      readonly atLeast: number | null;
      readonly atMost: number | null;
    }
  /** Claims whose dates are fewer or more days apart than the bounds are refused. */
  | {
      readonly kind: 'daysBetween';
      readonly from: string;
      readonly to: string;
      readonly atLeast: number | null;
      readonly atMost: number | null;
    };

/** A fact's value inside: choice items as strings, money in CNY as sent, lists of either. */
export type FactValue = string | number | boolean | readonly (string | number)[];

/** What holds when a claim leaves a fact out. */
export type FactDefault =
  /** The claim must bring it. */
  | { readonly kind: 'required' }
  /** It may be absent; no condition on it is then met. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: FactValue }
  /** By the value of another fact; a value not named requires the fact, null lets it be absent. */
  | { readonly kind: 'by'; readonly fact: string; readonly values: ReadonlyMap<string, FactValue | null> };

/** One declared fact of a claim type. */
export interface Fact {
  /** Its path in the claim, joined by dots. */
  readonly id: string;
  readonly label: Label;
  readonly type: FactKind;
  readonly default: FactDefault;
  /** True where the county added it. */
  readonly added: boolean;
}

/** One kind of claim with its facts, in the order of the document, the city's first. */
export interface ClaimType {
  readonly type: string;
  readonly label: Label;
  /** The date fact that the request's date fills, or null. */
  readonly dateFact: string | null;
  readonly facts: ReadonlyMap<string, Fact>;
}

/** Where an effective value comes from. */
export type Origin = 'city' | 'county';

/** A standard as it applies, with the city's figure beside it. */
export interface EffectiveStandard {
  readonly id: string;
  readonly label: Label;
  readonly unit: string;
  /** The facts that key the value, in nesting order; `terms` stands for the layer's terms. Empty for a plain value. */
  readonly by: readonly string[];
  /** The first of these where the county, not the city, reads the figure by it; else null. */
  readonly ownKey: string | null;
  readonly better: 'higher' | 'lower' | 'wider' | 'narrower' | 'none' | boolean;
  readonly county: 'improve' | 'fixed' | 'advise';
  readonly clause: string | null;
  readonly verified: boolean;
  readonly source: Label | null;
  readonly group: string | null;
  /** Items of a choice, worst to best; empty otherwise. */
  readonly order: readonly string[];
  readonly range: {
    readonly above?: number;
    readonly atLeast?: number;
    readonly below?: number;
    readonly atMost?: number;
  } | null;
  readonly value: StandardValue;
  /** The city's own value, under the same keys; null for a standard the county added. */
  readonly cityValue: StandardValue | null;
  /** `county` where the county's text changed or added it. */
  readonly origin: Origin;
}

/** One payer in the chain. */
export interface Layer {
  readonly name: string;
  readonly label: Label;
  readonly payer: { readonly id: string; readonly label: Label; readonly department: Label | null } | null;
  readonly product: string | null;
  /** The choice standard that tells how it is paid, without its dollar sign. */
  readonly channel: string | null;
  readonly combine: 'one' | 'sum';
  /** When the layer pays: its own period, else its product's, else the rule set's. */
  readonly period: Period;
  readonly origin: Origin;
  /** The insurance that takes the product's place in this county, where it waived the product. */
  readonly replacedBy: Label | null;
}

/** One rule as it applies. `layer` is null for a terms rule. */
export interface Rule {
  readonly name: string;
  readonly label: Label;
  readonly layer: string | null;
  readonly clause: string | null;
  readonly conditions: Condition;
  readonly event: Event;
  readonly origin: Origin;
}

/** One limit as it applies: over layers or rules, or so much of pots left with the person. */
export type Limit = {
  readonly name: string;
  readonly label: Label;
  readonly clause: string | null;
  readonly conditions: Condition | null;
  readonly origin: Origin;
} & (
  | {
      readonly kind: 'atMost';
      readonly over: readonly string[];
      readonly binds: readonly string[];
      /** `claim`, `event`, `year`, `householdYear`, or another period that the history is kept by. */
      readonly per: string;
      readonly atMost: Figure | { readonly share: Figure; readonly of: readonly string[] };
    }
  | { readonly kind: 'leave'; readonly leave: Figure; readonly of: readonly string[] }
);

/** A place where the text can be read in two ways, and the way chosen. */
export interface Reading {
  readonly id: string;
  readonly clause: string | null;
  readonly label: Label;
  readonly standard: string | null;
  readonly rule: string | null;
  readonly limit: string | null;
}

/** City and county resolved into one: what a claim is evaluated by. */
export interface EffectiveRuleSet {
  readonly jurisdiction: string;
  readonly base: VersionName;
  /** Null where the county has no override in force, and for the city itself. */
  readonly override: VersionName | null;
  readonly title: Label;
  readonly period: Period;
  /** The stated periods of the texts, the city's first: a layer that pays in one of them has no period of its own. */
  readonly texts: readonly Period[];
  readonly effectiveDigest: string;
  readonly effectiveTermsDigest: string;
  /** How the policy itself writes each clause. */
  readonly clauses: ReadonlyMap<string, Label>;
  readonly products: ReadonlyMap<
    string,
    { readonly label: Label; readonly period: Period | null; readonly waivable: boolean }
  >;
  readonly claims: ReadonlyMap<string, ClaimType>;
  readonly costs: readonly Cost[];
  /** What people call the pots that `costs` makes. */
  readonly pots: ReadonlyMap<string, Label>;
  /** What the rule set calls channels of settlement, by item of their standards. */
  readonly channels: ReadonlyMap<string, Label>;
  /** What the rule set calls the periods that limits and rules count by. */
  readonly periods: ReadonlyMap<string, Label>;
  readonly layers: readonly Layer[];
  readonly standards: ReadonlyMap<string, EffectiveStandard>;
  readonly limits: readonly Limit[];
  readonly rules: readonly Rule[];
  readonly readings: readonly Reading[];
  readonly leftOut: readonly { readonly clause: string; readonly label: Label }[];
}
