import { parse } from 'yaml';
import type { RuleSet } from '../../../server/rulesets/language.ts';

/** The rule set of an invented city, from what stands below its heading. */
export function smallville(parts: string): RuleSet {
  return parse(`kind: RuleSet
jurisdiction: "990098"
effective: {from: 2020-01-01}
title: Smallville
${parts}`) as RuleSet;
}
