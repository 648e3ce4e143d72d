import { labelOf } from '../../domain/label.ts';
import { compareValues } from '../compare-values.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { inBoth } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { figureWords, seeClause } from './floor.ts';
import { keyedValues } from './keyed-standards.ts';

/**
 * Where the city only advises, a county may go the other way; the reason it gives is what the city reads when it reviews.
 * A text always has a reason of its own, so none is ever without one.
 */
export function* checkAdvice(document: Override, city: EffectiveRuleSet): Generator<Complaint> {
  const keyed = keyedValues(document, city);
  const plain = Object.entries<StandardValue>(document.standards ?? {}).flatMap(([id, value]) => {
    const standard = city.standards.get(id);
    return standard === undefined ? [] : [{ standard, value, pointer: stepInto('/standards', id) }];
  });
  for (const { standard, value, pointer } of [...plain, ...keyed]) {
    if (standard.county !== 'advise') continue;
    const { id } = standard;
    const comparison = compareValues(standard, standard.value, value);
    if (comparison === 'equal' || comparison === 'better') continue;
    const own = document.reasons?.[id];
    yield doubtful('adviceLeft', pointer, {
      standard: id,
      label: standard.label,
      given: figureWords(standard, value, city),
      city: figureWords(standard, standard.value, city),
      see: seeClause(standard, city),
      reason: labelOf(own ?? document.reason, ''),
      more: own === undefined ? inBoth('reasonOfAll') : { zh: '', en: '' },
    });
  }
}
