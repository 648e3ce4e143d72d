import { BackOff } from './back-off.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Of one person from one place: five mistakes are anybody's; then 1, 2, 4 … seconds, a quarter of an hour at the most. */
const PAIR = { free: 5, first: SECOND, longest: 15 * MINUTE, forgotten: HOUR, most: 50_000 };

/** Of one place, whoever it tries to be: an office shares an address, so that there is more room and the wait stays short. */
const ADDRESS = { free: 50, first: SECOND, longest: MINUTE, forgotten: HOUR, most: 50_000 };

/**
 * The back-off of signing in: by staff number and address together, and by address. Never by staff number alone: whoever
 * tries passwords elsewhere must not keep out the one whose number it is.
 */
export class SignInBackOff {
  readonly #pairs: BackOff;
  readonly #addresses: BackOff;

  /** @param clock milliseconds that only ever rise */
  constructor(clock: () => number) {
    this.#pairs = new BackOff(PAIR, clock);
    this.#addresses = new BackOff(ADDRESS, clock);
  }

  /** Counts an attempt to sign in. @returns 0 where it may be made, else the milliseconds to wait */
  attempt(staffNumber: string, address: string): number {
    const byAddress = this.#addresses.attempt(address);
    if (byAddress > 0) return byAddress;
    const byPair = this.#pairs.attempt(pair(staffNumber, address));
    // What was not looked at counts against nobody else behind the same address.
    if (byPair > 0) this.#addresses.takeBack(address);
    return byPair;
  }

  /** The attempt was right. */
  succeeded(staffNumber: string, address: string): void {
    this.#addresses.takeBack(address);
    this.#pairs.forget(pair(staffNumber, address));
  }

  /** The attempt was never looked at. */
  notMade(staffNumber: string, address: string): void {
    this.#addresses.takeBack(address);
    this.#pairs.takeBack(pair(staffNumber, address));
  }
}

function pair(staffNumber: string, address: string): string {
  return `${staffNumber} ${address}`;
}
