import { expect, it } from 'vitest';
import { adviceLeftIn } from '../../editor/review/advice-left.ts';

const warnings = [
  { code: 'adviceLeft', pointer: '/standards/supplementaryMedical.premium' },
  { code: 'adviceLeft', pointer: '/keyedStandards/property.premium/value' },
  { code: 'periodOverlap', pointer: '/effective' },
  { code: 'noPointer', pointer: null },
];

it('a figure against the city’s advice that a submission leaves as it is in force is not its change', () => {
  const changes = [{ id: 'accident.medical' }, { id: 'property.premium' }, { id: '' }];
  expect(adviceLeftIn(warnings, changes)).toEqual({
    changed: ['property.premium'],
    kept: ['supplementaryMedical.premium'],
  });
});

it('nothing is said to be left as it is as long as the changes are not known', () => {
  expect(adviceLeftIn(warnings, undefined)).toEqual({
    changed: ['supplementaryMedical.premium', 'property.premium'],
    kept: [],
  });
});
