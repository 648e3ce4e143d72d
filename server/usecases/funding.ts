import type { FundingAnswer, FundingRequest } from '../../schemas/generated/documents.ts';
import { Amount, amountsOf } from '../domain/amount.ts';
import type { Fen } from '../domain/money.ts';
import { floorRatio, plus, type Ratio } from '../domain/ratio.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { type ClaimTypeRules, rulesOfClaimType } from '../engine/claim-type.ts';
import { type Facts, factsOf } from '../engine/facts.ts';
import { Figures } from '../engine/figures.ts';
import type { Claim, Line } from '../engine/settlement.ts';
import { sentAt } from '../rulesets/claim-paths.ts';
import { checkRequest } from '../rulesets/request-check.ts';
import { inShort } from '../rulesets/words.ts';
import { available, type Purse, Purses } from './funding-purse.ts';
import { claimWith, type FundingRule, fundingRules, fundingTypeOf, fundingTypes } from './funding-rules.ts';
import type { RuleBook } from './rule-book.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { type WaivedProduct, waivedProducts } from './waived-products.ts';

type Shares = Readonly<Record<string, Amount>>;
type Inside<T, Names extends keyof T> = Omit<T, Names> & { readonly [Name in Names]: Amount };

/** One premium as it is told; amounts are written by `http/json.ts`. */
export type FundedProduct = Inside<
  Omit<FundingAnswer['products'][number], 'shares'>,
  'premiumEach' | 'premium' | 'unspent' | 'carriedOver' | 'movedIn' | 'movedOut' | 'available'
> & { readonly shares: Shares };

/** The answer of funding-answer.schema.json before its amounts are written. */
export type Funding = Omit<FundingAnswer, 'products' | 'waived' | 'total'> & {
  readonly products: readonly FundedProduct[];
  readonly waived: readonly Inside<FundingAnswer['waived'][number], 'carriedOver' | 'movedOut' | 'available'>[];
  readonly total: Inside<
    Omit<FundingAnswer['total'], 'shares'>,
    'premium' | 'unspent' | 'carriedOver' | 'moved' | 'available'
  > & { readonly shares: Shares };
};

/**
 * Who brings the premiums of a jurisdiction, by the rules in force on a date. Nothing is stored.
 * @throws Refusal with everything wrong and its pointer; `noRuleSetInForce` where no rules cover the date
 */
export async function funding(book: RuleBook, value: unknown): Promise<Funding> {
  const wrong = checkRequest('funding', value);
  if (wrong.length > 0) throw new Refusal(wrong);
  const request = value as FundingRequest;
  const { jurisdiction, date } = request;
  const rules = await book.inForce(jurisdiction, date);
  const type = await typeOf(book, request, rules);
  const claim: Claim = { ...request.claim, type };
  refuseWrongClaim(rules, claim);
  const all = fundingRules(rules.effective, type);
  const applied = await linesOf(rules, claim, date);
  const funded = all.filter(({ rule }) => applied.has(rule));
  const waived = waivedProducts(rules.effective);
  const purses = new Purses(request, claim, funded, waived);
  const settled = withPurses(claim, funded, purses);
  // Once more: what was carried over and moved together may be no amount that a claim can bring.
  refuseWrongClaim(rules, settled);
  const lines = await linesOf(rules, settled, date);
  const claimType = rulesOfClaimType(rules.effective, type);
  const input = { rules, claimType, facts: factsOf(claimType, settled, date) };
  const products = funded.map((rule) => toldProduct(rule, lines.get(rule.rule), purses.of(rule.product), input));
  const left = waived.map((one) => ({ ...one, ...purseAmounts(purses.of(one.product)) }));
  return {
    ...{ jurisdiction, date, type, ruleSet: rules.name, products },
    waived: left.map(({ movedIn, ...rest }) => rest),
    total: totalOf(products, left),
  };
}

/** The type to fund by. A county that waived every product has no rule left that would tell: its city has. */
async function typeOf(book: RuleBook, { jurisdiction, date, type, claim }: FundingRequest, rules: RulesInForce) {
  const own = fundingTypes(rules.effective);
  const types = own.length > 0 ? own : fundingTypes((await book.cityInForce(jurisdiction, date)).effective);
  const { type: said = type } = claim;
  const asked = said === undefined ? undefined : String(said);
  const at = type === undefined && asked !== undefined ? '/claim/type' : '/type';
  const found = fundingTypeOf(types, type ?? asked, { code: jurisdiction, at });
  if (asked !== undefined && asked !== found) {
    refuse('fundingTypeUnknown', { given: inShort(asked), known: found }, { pointer: '/claim/type' });
  }
  return found;
}

async function linesOf({ compiled }: RulesInForce, claim: Claim, date: string): Promise<ReadonlyMap<string, Line>> {
  const { layers } = await compiled.settle(claim, date);
  return new Map(layers.flatMap((layer) => layer.lines.map((line) => [line.rule, line] as const)));
}

function refuseWrongClaim({ checkClaim }: RulesInForce, claim: Claim): void {
  const findings = checkClaim(claim).filter(({ severity }) => severity === 'error');
  if (findings.length > 0) throw new Refusal(findings);
}

/** The claim with what each product has, where the rules take it. */
function withPurses(claim: Claim, rules: readonly FundingRule[], purses: Purses): Claim {
  return rules.reduce<Claim>((sofar, { product, params }) => {
    const has = available(purses.of(product));
    const fact = params.carriedOver;
    if (fact === undefined || (has === 0 && sentAt(claim, fact) === undefined)) return sofar;
    return claimWith(sofar, fact, has / 100) as Claim;
  }, claim);
}

function toldProduct(
  { product, label, rule, params }: FundingRule,
  line: Line | undefined,
  purse: Purse,
  { rules, claimType, facts }: { rules: RulesInForce; claimType: ClaimTypeRules; facts: Facts },
): FundedProduct {
  const counted = claimType.facts.get(params.count)?.label ?? { zh: params.count, en: params.count };
  const figures = new Figures(rules.effective, (id) => (id === 'terms' ? 'full' : facts.get(id)));
  const each = figures.money(params.premium);
  const funding = line?.funding ?? {};
  const amount = (name: string) => funding[name] ?? 0;
  const brought = [...Object.keys(params.shares), params.rest].map((name) => [name, amount(name)]);
  return {
    ...{ product, label, rule },
    insured: { fact: params.count, label: counted, count: Number(facts.get(params.count) ?? 0) },
    premiumEach: new Amount(each === null ? 0 : halfUp(each)),
    premium: new Amount(amount('premium')),
    shares: amountsOf(Object.fromEntries(brought) as Record<string, Fen>),
    unspent: new Amount(amount('unspent')),
    ...purseAmounts(purse),
  };
}

function purseAmounts(purse: Purse) {
  return {
    carriedOver: new Amount(purse.carriedOver),
    movedIn: new Amount(purse.movedIn),
    movedOut: new Amount(purse.movedOut),
    available: new Amount(available(purse)),
  };
}

function totalOf(
  products: readonly FundedProduct[],
  waived: readonly (WaivedProduct & ReturnType<typeof purseAmounts>)[],
) {
  const all = [...products, ...waived];
  const sum = (amounts: readonly Amount[]) => new Amount(amounts.reduce((total, { fen }) => total + fen, 0));
  const names = new Set(products.flatMap(({ shares }) => Object.keys(shares)));
  const share = (name: string) => products.flatMap(({ shares }) => shares[name] ?? []);
  return {
    premium: sum(products.map(({ premium }) => premium)),
    shares: Object.fromEntries([...names].map((name) => [name, sum(share(name))])),
    unspent: sum([...products.map(({ unspent }) => unspent), ...waived.map((one) => one.available)]),
    carriedOver: sum(all.map(({ carriedOver }) => carriedOver)),
    moved: sum(all.map(({ movedOut }) => movedOut)),
    available: sum(all.map((one) => one.available)),
  };
}

function halfUp(amount: Ratio): Fen {
  return Number(floorRatio(plus(amount, { n: 1n, d: 2n })));
}
