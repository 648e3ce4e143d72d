import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';

/** Channels that have words where a rule set gives them none. */
const KNOWN: Readonly<Record<string, string>> = {
  oneStop: 'channelOneStop',
  offline: 'channelOffline',
  usual: 'channelUsual',
};

/** What a channel of settlement is called, by the rule set first of all; null of a name without words. */
export function channelWords(
  channel: string,
  { channels }: Pick<EffectiveRuleSet, 'channels'>,
  language: Language,
): string | null {
  const own = channels.get(channel);
  if (own !== undefined) return own[language];
  const code = Object.hasOwn(KNOWN, channel) ? KNOWN[channel] : undefined;
  return code === undefined ? null : say(code, {}, language).message;
}

/** The same in an answer, where a channel without words is told as a channel by its name. */
export function channelNamed(channel: string, ruleSet: Pick<EffectiveRuleSet, 'channels'>, language: Language): string {
  return channelWords(channel, ruleSet, language) ?? say('channelOther', { channel }, language).message;
}
