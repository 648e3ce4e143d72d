import type { GateResult } from '../../../workflow/gate.ts';
import { diffClass } from './diff-class.ts';
import type { Gate, GroundToJudge } from './gate.ts';
import { schema } from './schema.ts';

/** Every gate there is. A further one is a file beside these and a name here; the flow of a draft knows none of them. */
const GATES: readonly Gate[] = [schema, diffClass];

/** The names of all gates. */
export const gateNames: readonly string[] = GATES.map(({ name }) => name);

/** What all gates say of a document, on each ground. */
export function judged(documentDigest: string, grounds: readonly GroundToJudge[]): readonly GateResult[] {
  return GATES.flatMap(({ name, judge }) =>
    grounds.map((ground) => {
      const { passed, result } = judge(ground);
      return { gate: name, documentDigest, baseDigest: ground.baseDigest, passed, result, by: 'dixian' };
    }),
  );
}
