import { join } from 'node:path';
import { Refusal } from '../server/domain/refusal.ts';
import type { PublicationRecord, RuleSource } from '../server/rulesets/publication.ts';
import { headingOf, isPublishable } from '../server/store/heading.ts';
import { RuleBook } from '../server/usecases/rule-book.ts';
import { openedRules } from './opened-rules.ts';

/** The rules of the checkout. */
export const rules = join(import.meta.dirname, '../rules');

/** A book of the real rules, with the sample overrides where asked for. */
export async function realBook(samples: boolean): Promise<RuleBook> {
  return new RuleBook(await openedRules(rules, samples));
}

/** Texts published one after another in memory; the n-th text of a jurisdiction is version n.0.0. */
export class Published implements RuleSource {
  #records: readonly PublicationRecord[] = [];
  readonly #texts = new Map<PublicationRecord, string>();
  readonly #jurisdictions: string;
  readonly #typicalClaims: readonly string[];

  constructor(jurisdictions: string, texts: readonly string[] = [], typicalClaims: readonly string[] = []) {
    this.#jurisdictions = jurisdictions;
    this.#typicalClaims = typicalClaims;
    for (const text of texts) this.publish(text);
  }

  publish(text: string, version?: string): PublicationRecord {
    const heading = headingOf(text);
    if (!isPublishable(heading)) throw new Error('not a text that is published');
    const { jurisdiction, kind, effective, digest, sample } = heading;
    const earlier = this.#records.filter((one) => one.jurisdiction === jurisdiction).length;
    const sequence = this.#records.length + 1;
    const record: PublicationRecord = {
      ...{ jurisdiction, version: version ?? `${earlier + 1}.0.0`, sequence, kind, effective, digest, sample },
      publishedAt: new Date(Date.UTC(2019, 0, sequence)).toISOString(),
      publishedBy: 'li',
    };
    this.#records = [...this.#records, record];
    this.#texts.set(record, text);
    return record;
  }

  records(): readonly PublicationRecord[] {
    return this.#records;
  }

  async text(record: PublicationRecord): Promise<string> {
    return this.#texts.get(record) ?? '';
  }

  async jurisdictions(): Promise<readonly string[]> {
    return [this.#jurisdictions];
  }

  async typicalClaims(): Promise<readonly string[]> {
    return this.#typicalClaims;
  }
}

/** What something refuses with: each finding's code, and its pointer where it has one. */
export async function refused(done: Promise<unknown>): Promise<readonly string[]> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.findings.map(({ code, at }) => (at?.pointer === undefined ? code : `${code} ${at.pointer}`));
  }
  return [];
}
