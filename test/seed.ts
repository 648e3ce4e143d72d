import fc from 'fast-check';

/**
 * Every property is tried on the same random values in every run, so that a change is what makes a run fail, and never
 * chance. `SEED=n npx vitest run …` tries others; failures that such runs find become examples of their own.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_190_701) });
