import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './house/sources.ts';
import { Published } from './published.ts';

const read = (name: string) => readFileSync(join(root, 'rules/371500', name), 'utf8');

const OWN_CAP = 'over: [supplementaryMedical], per: year';
const SHARED_CAP = 'over: [basicMedical, supplementaryMedical], binds: [supplementaryMedical], per: year';

/**
 * The city's rules but for one line: what basic insurance has paid counts towards the cap of the supplementary cover. Under
 * them a county that raises basic insurance, which is above every floor, leaves some families with more to pay.
 */
export function cityWithHiddenCliff(): Published {
  const parts = read('liaocheng-2019.yaml').split(OWN_CAP);
  if (parts.length !== 2) throw new Error('the city writes the cap of the supplementary cover in another way');
  return new Published(read('jurisdictions.yaml'), [parts.join(SHARED_CAP)], [read('typical-claims.yaml')]);
}

/** Figures of a county that hide the cliff, and such that do not. */
export const hidingFigures = '  basicMedical.ratio: {3: 0.75}';
export const plainFigures = '  accident.medical: 8000';
