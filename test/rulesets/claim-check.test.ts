import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimCheck } from '../../server/rulesets/claim-check.ts';
import { claimSchema } from '../../server/rulesets/claim-schema.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { RuleSet, Scenarios } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { newAjv } from '../../server/rulesets/schemas.ts';
import { filesIn, root } from '../house/sources.ts';

const documentIn = <Document>(path: string) =>
  parseDocument(readFileSync(join(root, path), 'utf8'), { maxBytes: 8 << 20 }).document as Document;

/** Plans with the claims of their scenarios. */
const plans = [
  ['rules/371500/liaocheng-2019.yaml', 'rules/371500/scenarios'] as const,
  ...filesIn('test/cities', /plan\.yaml$/).map((path) => [path, path.replace(/\/plan\.yaml$/, '')] as const),
].map(([path, folder]) => {
  const document = documentIn<RuleSet>(path);
  const { jurisdiction } = document;
  const effective = resolve({ document, name: { jurisdiction, version: null, digest: digest(document) } });
  const claims = filesIn(folder, /scenarios.*\.yaml$/).flatMap((file) =>
    documentIn<Scenarios>(file).scenarios.map(({ claim }) => claim),
  );
  const fits = new Map(
    [...effective.claims.keys()].map((type) => [type, newAjv().compile(claimSchema(effective, type))] as const),
  );
  return { path, claims, asWritten: claimCheck(effective, false), generated: claimCheck(effective), fits };
});

/** Values that are right somewhere and wrong elsewhere. */
const pieces = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'registered',
    'x',
    '2019-06-01',
    '2019-02-29',
    [],
    {},
    [7],
    [7.5],
    ['7'],
  ),
  fc.constantFrom(0, -0, 1, 2, 3, 9, -1, 0.5, 0.29, 0.291, 1e10, 1e10 - 0.01, 2 ** 53, 1e300, -1e-7),
  fc.string({ maxLength: 3 }),
  fc.constantFrom({ base: 1 }, { paid: 1.001 }, { count: 1 }, { count: 0.5 }, { x: 1 }),
  fc.constant(Array(1001).fill(1)),
  fc.constant('长'.repeat(2001)),
);
const keys = fc.constantFrom('x', 'cost', 'inScope', 'history', 'year', 'paid', 'settled', 'paidElsewhere', 'toString');

/** A value with one place changed, found by a walk that the numbers steer. */
function changed(value: unknown, [step = 0, ...rest]: readonly number[], piece: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || rest.length === 0) return piece;
  if (Array.isArray(value))
    return value.map((item, at) => (at === step % value.length ? changed(item, rest, piece, key) : item));
  const names = Object.keys(value);
  const name = names[step % (names.length + 1)];
  if (name === undefined) return { ...value, [key]: piece };
  if (step % 7 === 6) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
  return { ...value, [name]: changed(Reflect.get(value, name), rest, piece, key) };
}

describe.each(plans)('where code may not be generated, a claim of $path', ({ claims, asWritten, generated, fits }) => {
  const verdict = (claim: unknown) => {
    const type: unknown = Object(claim).type;
    return typeof type === 'string' ? fits.get(type)?.(claim) === true : false;
  };

  it('is accepted where its scenario is', () => {
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(asWritten(claim).length === 0, JSON.stringify(claim)).toBe(verdict(claim));
  });

  it('gets the verdict and the words that it gets by Ajv', () => {
    const steps = fc.array(fc.nat(1000), { minLength: 2, maxLength: 5 });
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...claims), steps, pieces, keys, (claim, path, piece, key) => {
        const odd = changed(claim, path, piece, key);
        const findings = asWritten(odd);
        expect(findings.length === 0).toBe(verdict(odd));
        expect(findings).toEqual(generated(odd));
        if (findings.length > 0) refused += 1;
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(400);
  });
});
