import type { VerificationRequest } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import type { Fen } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import type { History, SettledLayer, Settlement } from '../engine/settlement.ts';
import { inRequestOrder } from '../rulesets/request-check.ts';

type Received = VerificationRequest['settlement'];

/** More fen than any settlement comes to; below it CNY with two decimals are exact in a JSON number. */
const MOST_FEN = 1e15;

/** A settlement as it was received, and what none of its layers says anything about. */
export interface ReceivedSettlement extends Omit<Settlement, 'layers'> {
  readonly layers: readonly ReceivedLayer[];
  readonly unsaid: readonly ('payer' | 'channel')[];
}

/** A layer as it was received: what it gives as its reason may be none that we know. */
export interface ReceivedLayer extends Omit<SettledLayer, 'reason' | 'settled'> {
  readonly reason: string | null;
  readonly settled: boolean;
}

/**
 * What a settlement that a service answered earlier says about money, history and who pays, with every amount read exactly.
 * @param settlement fits verification-request.schema.json
 * @throws Refusal with every number that is no amount of CNY, or no number of units
 */
export function receivedSettlement(settlement: Received): ReceivedSettlement {
  const read = new AmountReader();
  const { claimType, eligible, layers, paid, selfPay, history } = settlement;
  const found: ReceivedSettlement = {
    claimType,
    eligible,
    layers: layers.map((one, index) => {
      const at = `/layers/${index}`;
      const lines = one.lines.map(({ rule, owed, paid, boundBy, funding }, row) => {
        const line = `${at}/lines/${row}`;
        const shares = funding === undefined ? {} : { funding: read.amounts(funding, `${line}/funding`) };
        return { rule, owed: read.fen(owed, `${line}/owed`), paid: read.fen(paid, `${line}/paid`), boundBy, ...shares };
      });
      const { layer, payer = null, channel = null, reason = null, settled = false } = one;
      return { layer, payer, channel, paid: read.fen(one.paid, `${at}/paid`), reason, settled, lines };
    }),
    paid: read.fen(paid, '/paid'),
    selfPay: read.amounts(selfPay, '/selfPay'),
    history: {
      before: read.history(history.before, '/history/before'),
      after: read.history(history.after, '/history/after'),
    },
    notices: [],
    // Who kept only the money has left them out of every layer; of one layer alone they were taken away.
    unsaid: (['payer', 'channel'] as const).filter((member) => layers.every((one) => one[member] === undefined)),
  };
  if (read.findings.length > 0) throw new Refusal(inRequestOrder('verification', read.findings, { settlement }));
  return found;
}

class AmountReader {
  readonly findings: Finding[] = [];

  fen(cny: number, at: string): Fen {
    const fen = Math.round(cny * 100);
    // What survives the way to fen and back had at most two decimals; a remainder test in binary would refuse good amounts.
    if (fen / 100 !== cny || fen >= MOST_FEN || Object.is(cny, -0)) this.#complain(cny, at);
    return fen;
  }

  amounts(amounts: Readonly<Record<string, number>>, at: string): Readonly<Record<string, Fen>> {
    return Object.fromEntries(Object.entries(amounts).map(([name, cny]) => [name, this.fen(cny, `${at}/${name}`)]));
  }

  history(history: History, at: string): History {
    const periods = Object.entries(history).map(([period, counters]) => {
      const names = Object.entries(counters).map(([name, kinds]) => {
        const values = Object.entries(kinds).map(([kind, value]) => {
          const place = `${at}/${period}/${name}/${kind}`;
          return [kind, kind === 'count' ? this.#units(value, place) : this.fen(value, place)] as const;
        });
        return [name, Object.fromEntries(values)] as const;
      });
      return [period, Object.fromEntries(names)] as const;
    });
    return Object.fromEntries(periods);
  }

  #units(value: number, at: string): number {
    if (!Number.isSafeInteger(value)) this.#complain(value, at);
    return value;
  }

  #complain(value: number, at: string): void {
    const pointer = `/settlement${at}`;
    const field = pointer.slice(1).replaceAll('/', '.');
    this.findings.push({
      code: 'requestNotMoney',
      severity: 'error',
      args: { field, given: String(value) },
      at: { pointer },
    });
  }
}
