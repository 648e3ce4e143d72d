import type { ChangeClass } from './diff/change.ts';

/** Stub until the real numbers are merged. */
export function nextVersion(previous: string | null, one: ChangeClass): string {
  if (previous === null) return '1.0.0';
  const [major = 0, minor = 0, patch = 0] = previous.split('.').map(Number);
  if (one === 'better') return `${major}.${minor + 1}.0`;
  return one === 'neutral' ? `${major}.${minor}.${patch + 1}` : `${major + 1}.0.0`;
}
