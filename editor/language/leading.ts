/** Somebody at the head of a Chinese clause: a number is set off by a space, a bracket sets itself off. */
export function leading(who: string): string {
  return who.endsWith('）') ? who : `${who} `;
}
