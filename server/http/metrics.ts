import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at /metrics. */
export interface Metrics {
  /**
   * An answer went out.
   * @param seconds from the first look at the request to its answer's last byte handed over
   * @param key the name of the key that was shown, if any
   */
  answered(operation: string, status: number, seconds: number, key: string | null): void;
  /** Claims were settled, or refused one by one inside an array or a batch. */
  settled(way: 'single' | 'array' | 'batch', settled: number, refused: number): void;
  /** A connection was closed because there were too many. */
  dropped(): void;
  /** Something came that could not be read as a request, and was answered so. */
  unreadable(status: number): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
  readonly type: string;
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How a service is doing when it is asked. */
export interface Gauges {
  readonly publications: () => number;
  readonly damaged: () => number;
  readonly readOnly: () => boolean;
}

/** Metrics of a service, in a registry of their own. */
export function newMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const { duration, claims, byKeys, droppedConnections, unreadableRequests } = countersIn(registers);
  // A series that begins at nothing shows its first step.
  for (const status of ['400', '408', '431']) unreadableRequests.labels(status).inc(0);
  addGauges(registers, gauges);
  const of = (way: string) => ({ settled: claims.labels(way, 'settled'), refused: claims.labels(way, 'refused') });
  const counted = { single: of('single'), array: of('array'), batch: of('batch') };
  const observers = new Map<string, { observe(seconds: number): void }>();
  const keyCounters = new Map<string, { inc(): void }>();
  return {
    answered(operation, status, seconds, key) {
      once(observers, `${operation} ${status}`, () => duration.labels(operation, String(status))).observe(seconds);
      if (key !== null) once(keyCounters, `${status} ${key}`, () => byKeys.labels(key, String(status))).inc();
    },
    settled(way, settled, refused) {
      if (settled > 0) counted[way].settled.inc(settled);
      if (refused > 0) counted[way].refused.inc(refused);
    },
    dropped: () => droppedConnections.inc(),
    unreadable: (status) => unreadableRequests.labels(String(status)).inc(),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}

/** The series of some labels, looked up among all of them no more than once. */
function once<Series>(known: Map<string, Series>, name: string, look: () => Series): Series {
  const found = known.get(name);
  if (found !== undefined) return found;
  const looked = look();
  known.set(name, looked);
  return looked;
}

function countersIn(registers: Registry[]) {
  const duration = new Histogram({
    name: 'dixian_http_request_duration_seconds',
    help: 'Time from a request to its answer, by operation and status.',
    labelNames: ['operation', 'status'],
    buckets: SECONDS,
    registers,
  });
  const claims = new Counter({
    name: 'dixian_claims_total',
    help: 'Claims by the way they came and what became of them.',
    labelNames: ['way', 'outcome'],
    registers,
  });
  const byKeys = new Counter({
    name: 'dixian_key_requests_total',
    help: 'Requests answered, by the name of the key that they showed and by status.',
    labelNames: ['key', 'status'],
    registers,
  });
  const droppedConnections = new Counter({
    name: 'dixian_http_connections_dropped_total',
    help: 'Connections closed because there were too many.',
    registers,
  });
  const unreadableRequests = new Counter({
    name: 'dixian_http_requests_unreadable_total',
    help: 'Requests that could not be read as such, by the status they were answered with.',
    labelNames: ['status'],
    registers,
  });
  return { duration, claims, byKeys, droppedConnections, unreadableRequests };
}

function addGauges(registers: Registry[], { publications, damaged, readOnly }: Gauges): void {
  gauge(registers, 'dixian_publications', 'Published rule sets.', publications);
  gauge(
    registers,
    'dixian_publications_damaged',
    'Texts that are damaged (rule sets, jurisdictions, typical claims, drafts); never served.',
    damaged,
  );
  gauge(registers, 'dixian_store_read_only', '1 after a failed write, until the restart.', () => (readOnly() ? 1 : 0));
}

function gauge(registers: Registry[], name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(value());
    },
  });
}
