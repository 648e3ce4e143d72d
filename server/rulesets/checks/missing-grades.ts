import type { EffectiveStandard } from '../effective-rule-set.ts';
import { isMap, OTHERWISE } from '../standard-at.ts';
import { listed, standardNamed } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { leaves } from './figures.ts';
import type { Scope, ScopedRule } from './scope.ts';
import type { Usage } from './usage.ts';

/** Grades of one fact that are named one by one at most. */
const MOST = 1_000;

type Scale = Extract<ScopedRule['event'], { readonly type: 'scale' }>['params'];

/**
 * Grades that claims can bring as their heaviest and a scale has no share for: such a claim is refused. Only where the list of
 * grades has both bounds: else nobody knows which there are. A warning, for a rule may say that it is not for them.
 */
export function* checkMissingGrades(scope: Scope, usage: Usage): Generator<Complaint> {
  for (const { declared, pointer } of scope.rules) {
    if (pointer === null || declared.event.type !== 'scale') continue;
    const { params } = declared.event;
    const standard = scope.standards.get(params.shares.slice(1));
    if (standard === undefined) continue;
    const grades = gradesOf(scope, params, usage.typesOf(declared));
    const missing = [...grades].filter((grade) => !hasShare(standard, String(grade)));
    if (missing.length === 0) continue;
    const named = standardNamed(standard.id, standard.label);
    const args = { standard: standard.id, named, fact: params.grades, missing: listed(missing.map(String)) };
    yield doubtful('gradesMissing', `${pointer}/event/params/shares`, args);
  }
}

/** Every grade that can count in claims of these types; two equal heaviest may count one grade up. */
function gradesOf({ claims }: Scope, { grades, equalHeaviest }: Scale, types: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const type of types) {
    const fact = claims.get(type)?.facts.get(grades);
    if (fact === undefined) continue;
    if (fact.type.kind !== 'list' || fact.type.items !== null) continue;
    const { atLeast, atMost } = fact.type;
    if (atLeast === null || atMost === null || atMost - atLeast > MOST) continue;
    for (let grade = atLeast; grade <= atMost; grade += 1) {
      found.add(grade);
      if (equalHeaviest === 'oneUp') found.add(Math.max(1, grade - 1));
    }
  }
  return found;
}

/** Whether a standard has a share of a grade under all its other keys; what is unset is off, and refuses nobody. */
function hasShare({ value, by }: EffectiveStandard, grade: string): boolean {
  return leaves(value, by.length - 1).every(
    (leaf) => !isMap(leaf) || Object.hasOwn(leaf, grade) || Object.hasOwn(leaf, OTHERWISE),
  );
}
