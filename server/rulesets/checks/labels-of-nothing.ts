import { stepInto } from '../positions.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, wrongKey } from './complaint.ts';

/** Labels of what there is not in a text: a name misspelt would leave what it means without its words. */
export function* labelsOfNothing(
  labels: object | undefined,
  known: ReadonlySet<string>,
  pointer: string,
  code: string,
): Generator<Complaint> {
  for (const given of Object.keys(labels ?? {})) {
    if (known.has(given)) continue;
    yield wrongKey(code, stepInto(pointer, given), { given, known: listed(known), meant: didYouMean(given, known) });
  }
}
