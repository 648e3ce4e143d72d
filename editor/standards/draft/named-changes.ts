/** What is looked at of a change. */
interface Change {
  readonly subject: string;
  readonly kind: string;
}

/**
 * The changes that a draft is called by, those of standards first. That it begins on another day than what is in force says
 * little of what it is for: it counts only where it is all that changes.
 */
export function namedChanges<Of extends Change>(changes: readonly Of[]): readonly Of[] {
  const told = changes.filter(({ kind }) => kind !== 'period-changed');
  if (told.length === 0) return changes;
  const isStandard = ({ subject }: Of) => subject === 'standard';
  return [...told.filter(isStandard), ...told.filter((one) => !isStandard(one))];
}
