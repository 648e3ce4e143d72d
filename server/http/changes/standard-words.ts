import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet, EffectiveStandard } from '../../rulesets/effective-rule-set.ts';
import { boundsWords } from './fact-words.ts';

const permissions = { improve: 'changeMayImprove', fixed: 'changeFixed', advise: 'changeAdvise' } as const;

const signs = { above: '>', atLeast: '≥', below: '<', atMost: '≤' } as const;

/** What a county may do with a standard, and the range in which. */
export function permissionWords(
  { county, range }: Pick<EffectiveStandard, 'county' | 'range'>,
  _: EffectiveRuleSet,
  language: Language,
): string {
  const permission = say(permissions[county], {}, language).message;
  const bounds = Object.entries(signs).flatMap(([bound, sign]) => {
    const at = range?.[bound as keyof typeof signs];
    return at === undefined ? [] : [`${sign} ${at}`];
  });
  return bounds.length === 0
    ? permission
    : say('changeRange', { permission, range: boundsWords(bounds, language) }, language).message;
}

/** Where a standard's figures come from. */
export function sourceWords(
  { verified, source }: Pick<EffectiveStandard, 'verified' | 'source'>,
  _: EffectiveRuleSet,
  language: Language,
): string {
  if (verified) return source?.[language] ?? say('changeVerified', {}, language).message;
  if (source === null) return say('changeUnverified', {}, language).message;
  return say('changeSourceOf', { source }, language).message;
}
