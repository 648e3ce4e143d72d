import type { Language } from '../../domain/label.ts';
import type { Route, StreamRoute } from '../route.ts';
import { routesOf } from '../routes/index.ts';
import type { Service } from '../service.ts';
import type { JsonSchema } from './components.ts';
import { openApiDocument } from './document.ts';

/** What routes ask of a service when they are described; limits in it are not part of the document. */
const described = { limits: {}, access: { open: false }, metricsOpen: false, version: '' } as unknown as Service;

/** Every route, with no service behind it: only what is said of them. */
export function describedRoutes(): readonly (Route | StreamRoute)[] {
  const { direct, ordinary } = routesOf(described);
  return [...direct, ...ordinary];
}

/** The interface without a service and without any city's claims: what clients are generated from. */
export function staticDocument(language: Language): JsonSchema {
  return openApiDocument({ version: '1', routes: describedRoutes(), language, claims: new Map(), keys: true });
}
