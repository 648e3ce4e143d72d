import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { newAjv, schemaDocuments } from './schemas.ts';

let compiled: Ajv2020 | null = null;

/**
 * Whether data fits one of our schemas, by its `$id`: Ajv's word. The schemas are compiled when first needed; that takes
 * longer than all else a short command does, so that the build has it done ahead (`schemas/precompiled.mjs`) and puts
 * the outcome in the place of this file.
 */
export function fits(id: string, data: unknown): boolean {
  if (compiled === null) {
    // Going over the code of all schemas takes a third of the first check, and no text is long enough to win it back.
    compiled = newAjv({ optimize: false });
    for (const schema of schemaDocuments) compiled.addSchema(schema);
  }
  const validate = compiled.getSchema(id) as ValidateFunction;
  return validate(data) === true;
}
