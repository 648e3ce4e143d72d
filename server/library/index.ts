// What `import … from 'dixian'` gives: no file, clock, network or environment; in Node, a browser or a worker.
export type { Evaluation, Override, RuleSet } from '../../schemas/generated/documents.ts';
export { type Digests, digest, type ValidateOptions, type Validation, validate } from './check.ts';
export { type CompileOptions, compile } from './compile.ts';
export type { CompiledRules } from './compiled-rules.ts';
export type { Diagnostic, DocumentRole } from './diagnostic.ts';
export { DixianError } from './dixian-error.ts';
export { claimSchema, floorSchema, type JsonSchema } from './schemas.ts';
export { type SettleOptions, type SettleRequest, settle, settleText } from './settle.ts';
