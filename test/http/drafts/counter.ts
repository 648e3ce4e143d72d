import type { People } from '../../../server/usecases/people/people.ts';
import type { Received } from '../service.ts';
import { type Asked, grant, type Signed, send, settle, signIn } from '../signed-in.ts';

/** The people of the tests: two editors and two reviewers of Guan County, people of Shen County and of the city. */
const people = {
  'G-ED1': [grant('countyEditor', '371525')],
  'G-ED2': [grant('countyEditor', '371525')],
  'G-RE1': [grant('countyReviewer', '371525')],
  'G-RE2': [grant('countyReviewer', '371525')],
  'G-BOTH': [grant('countyEditor', '371525'), grant('countyReviewer', '371525')],
  'S-ED': [grant('countyEditor', '371522')],
  'S-RE': [grant('countyReviewer', '371522')],
  'C-ED': [grant('cityEditor', '371500')],
  'C-RE': [grant('cityReviewer', '371500')],
  'C-RE2': [grant('cityReviewer', '371500')],
  'A-N': [grant('analyst')],
  'A-D': [grant('administrator')],
} as const;

/** Somebody of the tests. */
export type Someone = keyof typeof people;

/** A draft as answers tell of it, as far as tests look at it. */
export interface DraftJson {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly text: string;
  readonly textHash: string;
  readonly publication: { readonly version: string } | null;
  readonly submission: {
    readonly documentDigest: string;
    readonly version: string;
    readonly class: string;
    readonly missing: readonly { readonly as: string; readonly because: readonly string[] }[];
    readonly needed: readonly { readonly as: string; readonly because: readonly string[] }[];
    readonly warnings: readonly { readonly code: string; readonly message: string }[];
    readonly changes: readonly { readonly fingerprint: string; readonly seenBefore: boolean }[];
    readonly overtakes: readonly { readonly jurisdiction: string; readonly standards: readonly string[] }[];
  } | null;
  readonly gates: readonly {
    readonly gate: string;
    readonly passed: boolean;
    readonly result: string;
    readonly evidence?: string;
  }[];
}

/** Makes the accounts of all of them. */
export async function settleEverybody(all: People): Promise<void> {
  for (const [staffNumber, grants] of Object.entries(people)) await settle(all, staffNumber, ...grants);
}

/** Where people ask a service for their work on drafts, wherever it runs. */
export abstract class Counter {
  readonly #signed = new Map<Someone, Promise<Signed>>();

  abstract get service(): Asked;

  /** Everybody signs in anew when they next ask. */
  signOff(): void {
    this.#signed.clear();
  }

  /** The headers of somebody who has signed in. */
  as(someone: Someone): Promise<Signed> {
    // Signed in once, however many ask at once: a password that is tried many times at once is taken for guessed.
    const known = this.#signed.get(someone) ?? signIn(this.service, someone);
    this.#signed.set(someone, known);
    return known;
  }

  /** Sends something as somebody. */
  async send(
    someone: Someone,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    return send(this.service, method, `/api/v1${path}`, body, { ...(await this.as(someone)), ...headers });
  }

  /** Begins a draft. */
  async begin(someone: Someone, asked: Readonly<Record<string, string>>): Promise<DraftJson> {
    return draftIn(await this.send(someone, 'POST', '/drafts', asked), 201);
  }

  /** Does something to a draft upon the revision it has in hand. */
  change(
    someone: Someone,
    { id, revision }: Pick<DraftJson, 'id' | 'revision'>,
    what: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    return this.send(someone, 'POST', `/drafts/${id}/${what}`, body, { 'If-Match': `"${revision}"`, ...headers });
  }

  /** Saves a text. */
  async save(someone: Someone, { id, revision }: Pick<DraftJson, 'id' | 'revision'>, text: string): Promise<Received> {
    const headers = { ...(await this.as(someone)), 'Content-Type': 'application/yaml', 'If-Match': `"${revision}"` };
    return this.service.call(`/api/v1/drafts/${id}`, {
      method: 'PUT',
      body: text,
      headers: { 'Accept-Language': 'en', ...headers },
    });
  }
}

/** The draft of an answer. */
export function draftIn({ status, json, text }: Received, wanted = 200): DraftJson {
  if (status !== wanted) throw new Error(`${status} ${text}`);
  return json as unknown as DraftJson;
}
