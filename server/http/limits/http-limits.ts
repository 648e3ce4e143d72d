/** What the service bears; the configuration has these under `limits`. */
export interface HttpLimits {
  /** Largest body of a request, in bytes. */
  readonly bodyBytes: number;
  /** Largest text of a rule set, in bytes. */
  readonly textBytes: number;
  /** Longest line of a batch, in bytes. */
  readonly lineBytes: number;
  /** Most claims in one array. */
  readonly claims: number;
  /** The headers of a request must be here by then. */
  readonly headerSeconds: number;
  /** The body of a request, batches apart, must be here by then. */
  readonly bodySeconds: number;
  /** A connection on which no byte moves either way for so long is closed. */
  readonly idleSeconds: number;
  /** Requests under way at a stop have so long. */
  readonly stopSeconds: number;
  /** Connections at once; more are closed at once. */
  readonly connections: number;
  /** Batches at once. */
  readonly batches: number;
  /** Heavy requests (unsaved texts, validations) waiting or under way at once. */
  readonly drafts: number;
  /** Resident memory above which claims are refused with 503. */
  readonly memoryMegabytes: number;
  /** Requests a second of one key, or of one address without keys; 0: no limit. */
  readonly requestsPerSecond: number;
  /** So many of them may come at once. */
  readonly burst: number;
  /** One turn of the event loop may settle claims for so long; what else has come in meanwhile is refused with 503. */
  readonly evaluationMilliseconds: number;
}
