import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Edge } from '../../../server/analysis/edges/edge.ts';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { nameOf } from '../../../server/analysis/edges/threshold.ts';
import { type Change, changedCity, rulesIn } from './changed.ts';
import { expectConfirmed } from './confirmed.ts';

/** A change of the city's rule set, and edges worked out by hand. */
interface Example {
  readonly title: string;
  readonly types: readonly string[];
  readonly after: readonly Change[];
  readonly better?: 'only';
  readonly worse?: 'only';
  /** No edge lies before it. */
  readonly from?: string;
  readonly edges: readonly {
    readonly claim: unknown;
    readonly date: string;
    readonly first: string;
    readonly selfPay: readonly [number, number];
    readonly paid?: readonly [number, number];
    readonly meets: readonly string[];
  }[];
}

const folder = join(import.meta.dirname, 'examples');
const files = readdirSync(folder);
const from = rulesIn(changedCity([]));

describe('an example', () => {
  it.each(files)('%s', async (file) => {
    const example = parse(readFileSync(join(folder, file), 'utf8')) as Example;
    const to = rulesIn(changedCity(example.after));
    const found = await findEdges(from.effective, to.effective, { types: example.types, limit: 300 });
    expect(found.truncated).toBe(false);
    expect(found.different > 0).toBe(example.edges.length > 0);
    for (const { better, worse } of found.types) {
      if (example.better === 'only') expect([better > 0, worse]).toEqual([true, 0]);
      if (example.worse === 'only') expect([better, worse > 0]).toEqual([0, true]);
    }
    const named: Edge[] = [];
    for (const wanted of example.edges) {
      const text = JSON.stringify(wanted.claim);
      const edge = found.edges.find(
        ({ claim }) => JSON.stringify(sorted(claim)) === JSON.stringify(sorted(wanted.claim)),
      );
      expect(edge, text).toBeDefined();
      if (edge === undefined) continue;
      named.push(edge);
      expect(edge.dates).toEqual({ from: wanted.date, to: wanted.date });
      expect(edge.parts?.layer, text).toBe(wanted.first);
      expect([edge.selfPay.from, edge.selfPay.to], text).toEqual(wanted.selfPay.map((cny) => Math.round(cny * 100)));
      if (wanted.paid !== undefined)
        expect([edge.paid.from, edge.paid.to], text).toEqual(wanted.paid.map((cny) => Math.round(cny * 100)));
      const names = edge.meets.map((one) => nameOf({ ...one, at: one.at ?? 'null' }));
      for (const name of wanted.meets) expect(names, text).toContain(name);
    }
    const early = found.edges.filter(({ dates }) => dates.from < (example.from ?? ''));
    expect(early).toEqual([]);
    await expectConfirmed([...named, ...found.edges.slice(0, 20)], from, to);
  });
});

/** With keys in the order of the alphabet. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
