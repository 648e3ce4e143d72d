import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { parse } from 'yaml';
import { resolve } from '../../server/rulesets/resolve.ts';
import { counters, countersOf } from '../../server/rulesets/counters.ts';
import { digest } from '../../server/rulesets/digest.ts';
import { termsDigest } from '../../server/rulesets/terms-digest.ts';
it('x', () => {
  const document = parse(readFileSync('rules/371500/liaocheng-2019.yaml', 'utf8'));
  const t = performance.now();
  const e = resolve({ document, name: { jurisdiction: '371500', version: null, digest: digest(document) } });
  console.log(performance.now() - t, e.standards.size, e.effectiveTermsDigest, termsDigest(document));
  console.log(counters(e).map((c) => `${c.period} ${c.name} ${c.kind} ${c.nameIs} ${c.rules}`).join('\n'));
  for (const type of e.claims.keys()) console.log(type, countersOf(e, type).map((c) => `${c.period}.${c.name}.${c.kind}`).join(' '));
  console.dir(e.layers, { depth: 4 });
  console.dir([...(e.claims.get('inpatient')?.facts.values() ?? [])], { depth: 5 });
});
