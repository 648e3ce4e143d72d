import { labelOf } from '../../domain/label.ts';
import { compareValues } from '../compare-values.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override } from '../language.ts';
import { stepInto } from '../positions.ts';
import { inBoth } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { figureWords, seeClause } from './floor.ts';

/**
 * Where the city only advises, a county may go the other way; the reason it gives is what the city reads when it reviews.
 * A text always has a reason of its own, so none is ever without one.
 */
export function* checkAdvice(document: Override, city: EffectiveRuleSet): Generator<Complaint> {
  for (const [id, value] of Object.entries(document.standards ?? {})) {
    const standard = city.standards.get(id);
    if (standard?.county !== 'advise') continue;
    const comparison = compareValues(standard, standard.value, value);
    if (comparison === 'equal' || comparison === 'better') continue;
    const own = document.reasons?.[id];
    yield doubtful('adviceLeft', stepInto('/standards', id), {
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
