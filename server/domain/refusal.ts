import type { Finding } from './finding.ts';

/**
 * The one error class: a request or document that cannot be followed, with everything found wrong in it.
 * Nothing was changed when it is thrown. `code` is the first finding's unless given.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], code?: string) {
    super(code ?? findings[0]?.code ?? 'refused');
    this.name = 'Refusal';
    this.code = code ?? findings[0]?.code ?? 'refused';
    this.findings = findings;
  }
}

/** Refuses with a single finding. */
export function refuse(code: string, args: Finding['args'] = {}, at?: Finding['at']): never {
  throw new Refusal([at ? { code, severity: 'error', args, at } : { code, severity: 'error', args }]);
}
