import type { Task } from '../../server/workflow/task.ts';

/** A task about a version of somebody made up. */
export function taskOf(version: string): Task {
  return {
    jurisdiction: '371525',
    kind: 'floorMoved',
    createdAt: '2019-01-01T00:00:00Z',
    version,
    cause: { jurisdiction: '371500', version: '1.0.0' },
    for: [],
    standards: [],
    draft: null,
    doneAt: null,
    doneBy: null,
  };
}
