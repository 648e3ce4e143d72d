import { type Complaint, explainSchema } from './explain-schema.ts';
import { fits } from './schema-verdict.ts';
import { formats, schemaRegistry } from './schemas.ts';

/**
 * What keeps data from fitting one of our schemas, one complaint a defect; null where it fits. Ajv decides, the explainer
 * tells: whoever refuses what is not null stays right even where the explainer has no words.
 * @param generate false where code may not be generated: the explainer then decides as well
 */
export function schemaComplaints(
  id: string,
  data: unknown,
  limit: number,
  generate = true,
): readonly Complaint[] | null {
  if (generate && fits(id, data)) return null;
  const complaints = explainSchema(schemaRegistry, schemaRegistry.document(id), data, formats, limit);
  return !generate && complaints.length === 0 ? null : complaints;
}
