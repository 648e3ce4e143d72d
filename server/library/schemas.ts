import type { Language } from '../domain/label.ts';
import { refuse } from '../domain/refusal.ts';
import { floorSchema as schemaOfFloor } from '../rulesets/floor-schema.ts';
import { publishedClaimSchema } from '../rulesets/published-claim-schema.ts';
import type { CompiledRules } from './compiled-rules.ts';
import { thrown } from './dixian-error.ts';
import { fullRules, insideOf } from './inside.ts';

/** A JSON Schema (2020-12), for any validator, form or editor. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What a claim of a type may hold. `format: money` means at most two decimals.
 * @throws DixianError `unknownClaimType`
 */
export function claimSchema(
  rules: CompiledRules,
  type: string,
  { language = 'zh' }: { readonly language?: Language | undefined } = {},
): JsonSchema {
  const { effective } = fullRules(insideOf(rules));
  try {
    if (!effective.claims.has(type)) {
      refuse('unknownClaimType', { given: type, known: rules.claimTypes.join(', ') }, { pointer: '/claim/type' });
    }
    return publishedClaimSchema(effective, type);
  } catch (error) {
    throw thrown(error, language);
  }
}

/**
 * What an override of a county must meet to be nowhere below the city's standards. It stands alone: standard keywords, no
 * references.
 * @param county its code
 */
export function floorSchema(rules: CompiledRules, county: string): JsonSchema {
  return schemaOfFloor(insideOf(rules).city, county) as JsonSchema;
}
