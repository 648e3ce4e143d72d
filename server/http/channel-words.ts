import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  oneStop: 'channelOneStop',
  offline: 'channelOffline',
  usual: 'channelUsual',
};

/** What a channel of settlement is called; null of a name that is none of those with words. */
export function channelWords(channel: string, language: Language): string | null {
  const code = CHANNELS[channel];
  return code === undefined ? null : say(code, {}, language).message;
}
