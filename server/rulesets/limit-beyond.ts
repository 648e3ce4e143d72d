import type { Event } from './language.ts';

/** The limit on payments before whose cut a rule works on; null for a rule that works on what is left of its pots. */
export function limitBeyond(event: Event): string | null {
  return event.type === 'reimburse' ? (event.params.beyond ?? null) : null;
}
