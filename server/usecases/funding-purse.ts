import type { FundingRequest } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import { cnyText, type Fen, fenOf } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Claim } from '../engine/settlement.ts';
import { sentAt } from '../rulesets/claim-paths.ts';
import { didYouMean, listed } from '../rulesets/words.ts';
import type { FundingRule } from './funding-rules.ts';
import type { WaivedProduct } from './waived-products.ts';

/** What earlier years left for a product, and what was moved. Fen. */
export interface Purse {
  readonly carriedOver: Fen;
  readonly movedIn: Fen;
  readonly movedOut: Fen;
}

const EMPTY: Purse = { carriedOver: 0, movedIn: 0, movedOut: 0 };

/** What a product has after all moves. */
export function available({ carriedOver, movedIn, movedOut }: Purse): Fen {
  return carriedOver + movedIn - movedOut;
}

/**
 * The purse of each product: carried over by the request, or by the claim's own fact, then moved step by step.
 * @throws Refusal with every product that is unknown, said twice or cannot take money, or moves more than it has
 */
export class Purses {
  readonly #rules: ReadonlyMap<string, FundingRule>;
  readonly #waived: ReadonlyMap<string, WaivedProduct>;
  readonly #purses = new Map<string, Purse>();
  readonly #findings: Finding[] = [];

  constructor(
    { carriedOver = {}, moved = [] }: FundingRequest,
    claim: Claim,
    rules: readonly FundingRule[],
    waived: readonly WaivedProduct[],
  ) {
    this.#rules = new Map(rules.map((rule) => [rule.product, rule]));
    this.#waived = new Map(waived.map((one) => [one.product, one]));
    for (const { product, params } of rules) {
      const sent = params.carriedOver === undefined ? undefined : sentAt(claim, params.carriedOver);
      if (typeof sent === 'number') this.#add(product, { carriedOver: fenOf(sent) });
    }
    for (const [product, amount] of Object.entries(carriedOver)) this.#carry(product, amount);
    for (const [index, move] of moved.entries()) this.#move(move, `/moved/${index}`);
    if (this.#findings.length > 0) throw new Refusal(this.#findings);
  }

  of(product: string): Purse {
    return this.#purses.get(product) ?? EMPTY;
  }

  #carry(product: string, amount: number): void {
    const pointer = `/carriedOver/${product}`;
    if (!this.#takesMoney(product, pointer, true)) return;
    const fact = this.#rules.get(product)?.params.carriedOver;
    if (this.#purses.has(product)) this.#complain('fundingCarriedTwice', { product, fact: fact ?? '' }, pointer);
    else this.#add(product, { carriedOver: fenOf(amount) });
  }

  #move({ from, to, amount }: NonNullable<FundingRequest['moved']>[number], pointer: string): void {
    const [gives, takes] = [
      this.#takesMoney(from, `${pointer}/from`, true),
      this.#takesMoney(to, `${pointer}/to`, false),
    ];
    if (!gives || !takes) return;
    const [fen, had] = [fenOf(amount), available(this.of(from))];
    if (fen > had) {
      const args = { product: from, amount: cnyText(fen), available: cnyText(had) };
      this.#complain('fundingMovedTooMuch', args, `${pointer}/amount`);
      return;
    }
    this.#add(from, { movedOut: fen });
    this.#add(to, { movedIn: fen });
  }

  /** Whether a product can have money; a waived one may only still have some. */
  #takesMoney(product: string, pointer: string, waivedToo: boolean): boolean {
    const waived = this.#waived.get(product);
    const rule = this.#rules.get(product);
    if (waived !== undefined) {
      if (!waivedToo) this.#complain('fundingMovedToWaived', { product, by: waived.by }, pointer);
      return waivedToo;
    }
    if (rule === undefined) {
      const known = [...this.#rules.keys(), ...this.#waived.keys()];
      const args = { given: product, known: listed(known), meant: didYouMean(product, known) };
      this.#complain('fundingProductUnknown', args, pointer);
    } else if (rule.params.carriedOver === undefined) this.#complain('fundingNotCarried', { product }, pointer);
    return rule?.params.carriedOver !== undefined;
  }

  #add(product: string, more: Partial<Purse>): void {
    const { carriedOver, movedIn, movedOut } = this.of(product);
    this.#purses.set(product, {
      carriedOver: carriedOver + (more.carriedOver ?? 0),
      movedIn: movedIn + (more.movedIn ?? 0),
      movedOut: movedOut + (more.movedOut ?? 0),
    });
  }

  #complain(code: string, args: Finding['args'], pointer: string): void {
    this.#findings.push({ code, severity: 'error', args, at: { pointer } });
  }
}
