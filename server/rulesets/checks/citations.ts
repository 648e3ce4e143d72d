import type { LimitDeclaration, RuleDeclaration, RuleSet, StandardDeclaration } from '../language.ts';
import { stepInto } from '../positions.ts';
import { didYouMean, inBoth, listed } from '../words.ts';
import { type Complaint, doubtful, wrong } from './complaint.ts';
import type { Scope } from './scope.ts';

/** The parts of a text that cite clauses or speak about others. */
interface Citing {
  readonly products?: RuleSet['products'];
  readonly standards?: Readonly<Record<string, StandardDeclaration>>;
  readonly limits?: readonly LimitDeclaration[];
  readonly rules?: readonly RuleDeclaration[];
  readonly readings?: RuleSet['readings'];
  readonly leftOut?: RuleSet['leftOut'];
}

/** Clauses that are cited are listed among the policy's clauses, where there is such a list. */
export function* checkClauses(scope: Scope, citing: Citing, pointer: string): Generator<Complaint> {
  const { clauses } = scope;
  if (clauses === null) return;
  for (const { at, clause } of cited(citing, pointer)) {
    if (clause === undefined || clauses.has(clause)) continue;
    yield doubtful('unknownClause', `${at}/clause`, { given: clause, known: listed(clauses.keys()) });
  }
}

function* cited(
  citing: Citing,
  pointer: string,
): Generator<{ readonly at: string; readonly clause: string | undefined }> {
  for (const part of ['products', 'standards', 'limits', 'rules', 'readings', 'leftOut'] as const) {
    for (const [key, { clause }] of Object.entries<{ clause?: string }>(citing[part] ?? {})) {
      yield { at: stepInto(`${pointer}/${part}`, key), clause };
    }
  }
}

/** What a reading is about exists. */
export function* checkReadings(scope: Scope, readings: RuleSet['readings'], pointer: string): Generator<Complaint> {
  const known = {
    standard: [...scope.standards.keys()],
    rule: scope.rules.map(({ declared }) => declared.name),
    limit: scope.limits.map(({ declared }) => declared.name),
  };
  const words = { standard: 'wordStandard', rule: 'wordRule', limit: 'wordLimit' } as const;
  for (const [index, reading] of (readings ?? []).entries()) {
    for (const about of ['standard', 'rule', 'limit'] as const) {
      const given = reading[about]?.replace(/^\$/, '');
      if (given === undefined || known[about].includes(given)) continue;
      const args = { kind: inBoth(words[about]), given, meant: didYouMean(given, known[about]) };
      yield wrong('readingOfNothing', `${pointer}/readings/${index}/${about}`, args);
    }
  }
}
