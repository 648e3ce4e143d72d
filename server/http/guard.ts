import type { Identity, Scope } from '../access/identify.ts';
import { mayNotFor } from '../access/permission.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Service } from './service.ts';

/**
 * Lets those pass who may use a scope for a jurisdiction.
 * @throws Refusal `jurisdictionNotAllowed`
 */
export async function allowFor({ book }: Service, identity: Identity, scope: Scope, code: string): Promise<void> {
  if (identity.kind !== 'key' || identity.jurisdictions === null) return;
  const finding = mayNotFor(identity, scope, code, await book.registry());
  if (finding !== null) throw new Refusal([finding]);
}

/** What a key is limited to, with every code that its jurisdictions have had; null where it may ask for all. */
export async function limitedTo(
  { book }: Service,
  identity: Identity,
): Promise<{ readonly name: string; readonly codes: readonly string[] } | null> {
  if (identity.kind !== 'key' || identity.jurisdictions === null) return null;
  const registry = await book.registry();
  return { name: identity.name, codes: [...identity.jurisdictions].flatMap((code) => registry.sameAs(code)) };
}
