let allowed: boolean | null = null;

/** Whether code may be generated here: false under a Content-Security-Policy without 'unsafe-eval'. Tried once. */
export function mayGenerate(): boolean {
  if (allowed === null) {
    try {
      // Both of what the library would generate, the check of claims and the plans, go through this constructor.
      new Function('');
      allowed = true;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}
