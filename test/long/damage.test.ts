import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { sha256 } from '../../server/domain/sha256.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { actOf } from '../durability/acts.ts';

/** Rounds of each kind of damage. */
const ROUNDS = 200;

let folder: string;
const at = (...path: string[]) => join(folder, ...path);
const texts = () => readdirSync(at('data/rule-sets/371500')).map((name) => `rule-sets/371500/${name}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-damage-'));
  const store = await openEmbedded(at('data'));
  for (let n = 1; n <= 12; n += 1) await store.act(actOf(n, n - 1));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the folder with something done to it, opened. @returns what was found: refused at opening, or versions damaged */
async function found(damage: (data: string) => void): Promise<readonly string[]> {
  cpSync(at('data'), at('copy'), { recursive: true });
  damage(at('copy'));
  let store: Store | null = null;
  try {
    store = await openEmbedded(at('copy'));
    await store.scrubbed;
    for (const record of store.damaged) await expect(store.text(record)).rejects.toBeInstanceOf(Refusal);
    const whole = store.records().filter((record) => !store?.damaged.includes(record));
    for (const record of whole) expect(sha256(await store.text(record))).toBe(sha256(whatWasPublished(record.version)));
    return store.damaged.map(({ version }) => version);
  } catch (error) {
    if (error instanceof Refusal) return [error.code];
    throw error;
  } finally {
    await store?.close();
    rmSync(at('copy'), { recursive: true });
  }
}

const whatWasPublished = (version: string) => readFileSync(at(`data/rule-sets/371500/${version}.yaml`));
const random = (below: number) => Math.floor(Math.random() * below);

describe('damage anywhere, two hundred times each', () => {
  it('nothing is found where nothing was done: the negative control', async () => {
    expect(await found(() => undefined)).toEqual([]);
  });

  it('a flipped bit in a text or cut-off bytes are found, and that version alone is not served', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = texts()[random(4)] ?? '';
      const flip = (data: string) => {
        const bytes = readFileSync(join(data, name));
        const place = random(bytes.length);
        if (round % 2 === 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
        writeFileSync(join(data, name), round % 2 === 0 ? bytes : bytes.subarray(0, place));
      };
      expect(await found(flip), name).toEqual([/([0-9.]+)\.yaml$/.exec(name)?.[1]]);
    }
  });

  it("a text that is gone, or another version's, is found", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one = '', other = ''] = texts().sort(() => Math.random() - 0.5);
      const exchange = (data: string) =>
        round % 2 === 0 ? rmSync(join(data, one)) : writeFileSync(join(data, one), readFileSync(join(data, other)));
      expect(await found(exchange), one).toEqual([/([0-9.]+)\.yaml$/.exec(one)?.[1]]);
    }
  });

  it('a flipped bit in the desk, the closed drafts or the trail, a line removed, exchanged or cut keeps the store from opening', async () => {
    const lines = readFileSync(at('data/audit.jsonl'), 'utf8').trimEnd().split('\n');
    const names = ['desk.json', 'closed-drafts.jsonl', 'audit.jsonl'];
    const name = (round: number) => names[round % names.length] ?? '';
    for (let round = 0; round < ROUNDS; round += 1) {
      const flip = (data: string) => {
        const bytes = readFileSync(join(data, name(round)));
        const place = random(bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
        writeFileSync(join(data, name(round)), bytes);
      };
      const [code = ''] = await found(flip);
      expect(['deskDamaged', 'deskRowForeign', 'auditDamaged', 'auditCut'], name(round)).toContain(code);
      const place = random(lines.length - 1);
      const edits = [
        lines.toSpliced(place, 1),
        lines.toSpliced(place, 2, lines[place + 1] ?? '', lines[place] ?? ''),
        lines.slice(0, place + 1),
      ];
      const edited = `${edits[round % 3]?.join('\n')}\n`;
      const [of = ''] = await found((data) => writeFileSync(join(data, 'audit.jsonl'), edited));
      expect(['auditDamaged', 'auditCut']).toContain(of);
    }
  });
});
