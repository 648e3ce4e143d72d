import type { EffectiveStandard } from '../effective-rule-set.ts';
import { standardsNamed } from '../figure.ts';
import type { RuleSet } from '../language.ts';
import { stepInto } from '../positions.ts';
import { standardNamed } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import type { Scope } from './scope.ts';

/**
 * A standard that nothing in the text reads, under a name that says it bears on what is paid: that of a layer, a product or a
 * type of claims, or one whose other standards are read. A county that raises it changes nothing. What is only told, such as a
 * promise of service, stands under a name of its own, of which channels alone are read.
 */
export function* checkUnreadStandards(document: RuleSet, scope: Scope): Generator<Complaint> {
  const { standards, layers, ...rest } = document;
  const reckoned = new Set(standardsNamed(rest));
  const told = new Set(standardsNamed(layers));
  const paying = new Set([
    ...scope.layers.map(({ declared }) => declared.name),
    ...scope.products,
    ...scope.claims.keys(),
    ...[...reckoned].map(firstPart),
  ]);
  for (const id of Object.keys(standards)) {
    const standard = scope.standards.get(id);
    if (standard === undefined || reckoned.has(id) || told.has(id) || !paying.has(firstPart(id))) continue;
    yield unread(standard);
  }
}

function unread({ id, label }: EffectiveStandard): Complaint {
  const last = id.slice(id.indexOf('.') + 1);
  const args = { standard: id, label, named: standardNamed(id, label), last };
  return { ...doubtful('standardUnread', stepInto('/standards', id), args), of: 'key' };
}

function firstPart(id: string): string {
  return id.split('.')[0] ?? id;
}
