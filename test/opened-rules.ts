import type { RuleSource } from '../server/rulesets/publication.ts';
import type { RulesInFiles } from '../server/rulesets/rules-in-files.ts';
import { readRules } from '../server/store/folder-source.ts';

const read = new Map<string, Promise<RulesInFiles>>();
const opened = new Map<string, Promise<RuleSource>>();

/**
 * The texts of a folder of the checkout, read once for all tests of a thread: no test changes one of these, and what is read
 * is never changed. For a folder that a test writes there is `openFolder`.
 */
export function openedRules(folder: string, samples = false): Promise<RuleSource> {
  const key = `${samples} ${folder}`;
  const source = opened.get(key) ?? rulesRead(folder, samples).then((rules) => rules.source());
  opened.set(key, source);
  return source;
}

/** The same before anything is asked of them. */
export function rulesRead(folder: string, samples = false): Promise<RulesInFiles> {
  const key = `${samples} ${folder}`;
  const rules = read.get(key) ?? readRules(folder, { samples });
  read.set(key, rules);
  return rules;
}
