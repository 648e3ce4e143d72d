/**
 * Names of what a plan works out, each with a colon, which no id of a rule set has: so none is ever that of a fact or a
 * counter, which are called by their paths in the claim, and none is taken for another's.
 */

/** What a rule's line owes before anything binds it. */
export const owedOf = (line: number): string => `owed:${line}`;

/** What a rule's line pays. */
export const paidOf = (line: number): string => `paid:${line}`;

/** A share of a premium that a line splits. */
export const fundingOf = (line: number, share: string): string => `funding:${line}:${share}`;

/** What of an item of the bill counts towards its pot. */
export const countedOf = (item: string): string => `counted:${item}`;

/** A pot as the bill fills it. */
export const potOf = (pot: string): string => `pot:${pot}`;

/** What is left of a pot after so many draws. */
export const leftOf = (pot: string, draws: number): string => `left:${pot}:${draws}`;

/** What the person bears of a pot that nothing holds otherwise. */
export const borneOf = (pot: string): string => `borne:${pot}`;

/** What a draw could take from a pot. */
export const drawableOf = (pot: string, draw: number): string => `drawable:${pot}:${draw}`;

/** What a draw takes from a pot. */
export const drawnOf = (pot: string, draw: number): string => `drawn:${pot}:${draw}`;

/** What a draw has yet to take from the pots behind one. */
export const takeOf = (pot: string, draw: number): string => `take:${pot}:${draw}`;

/** What a counter stands at after a rule, or after the first rule that lets it grow. */
export const afterOf = (counter: string, rule: string | null): string =>
  rule === null ? `after:${counter}` : `after:${counter}:${rule}`;

/** What a pot adds to a counter that several rules let grow. */
export const grownOf = (counter: string, pot: string): string => `grown:${counter}:${pot}`;

/** The pot that a variable says what is left of; null for any other. */
export function potLeftIn(name: string): string | null {
  const [kind, pot = ''] = name.split(':');
  return kind === 'left' || kind === 'pot' ? pot : null;
}
