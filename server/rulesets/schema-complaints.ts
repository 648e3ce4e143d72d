import { type Complaint, explainSchema } from './explain-schema.ts';
import { fits, formats, schemaRegistry } from './schemas.ts';

/**
 * What keeps data from fitting one of our schemas, one complaint a defect; null where it fits. Ajv decides, the explainer
 * tells: whoever refuses what is not null stays right even where the explainer has no words.
 */
export function schemaComplaints(id: string, data: unknown, limit: number): readonly Complaint[] | null {
  if (fits(id, data)) return null;
  return explainSchema(schemaRegistry, schemaRegistry.document(id), data, formats, limit);
}
