import type { Route, StreamRoute } from '../route.ts';
import type { Service } from '../service.ts';
import { about } from './about.ts';
import { evaluations } from './evaluations.ts';
import { healthz, readyz } from './health.ts';
import { metrics } from './metrics.ts';
import { openApi } from './openapi.ts';

/** Every route there is. */
export interface Routes {
  /** Answered on node:http. */
  readonly direct: readonly (Route | StreamRoute)[];
  /** Answered by Express. */
  readonly ordinary: readonly Route[];
}

/** The routes of a service. */
export function routesOf(service: Service): Routes {
  const direct = [evaluations(service)];
  const ordinary: readonly Route[] = [
    about(service),
    healthz(),
    readyz(service),
    metrics(service),
    openApi(service, () => [...direct, ...ordinary]),
  ];
  return { direct, ordinary };
}
