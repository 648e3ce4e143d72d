import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { sha256 } from '../server/domain/sha256.ts';
import { digest } from '../server/rulesets/digest.ts';
import type { Override, RuleSet } from '../server/rulesets/language.ts';
import type { PublicationRecord } from '../server/rulesets/publication.ts';
import { BEGINNING, chained } from '../server/store/audit-chain.ts';
import { DataFolder } from '../server/store/data-folder.ts';
import { DeskFile, EMPTY_DESK } from '../server/store/desk-file.ts';
import { nodeFileSystem } from '../server/store/file-system.ts';
import { headingOf, isPublishable } from '../server/store/heading.ts';
import type { LedgerRows, PublicationRow } from '../server/store/ledger.ts';

/** The city's versions and its counties' overrides in a folder made for measuring. */
export const CITY_VERSIONS = 200;
export const OVERRIDES = 9_800;

/** The counties that have overrides. */
export const COUNTIES = ['371502', '371581', '371521', '371522', '371523', '371524', '371525', '371526'];

/** Years that versions are made for; each has versions of the city and of every county. */
const FIRST_YEAR = 1990;
const YEARS = 50;

/** A text with what it means, both of one year. */
interface Text {
  readonly text: string;
  readonly document: RuleSet | Override;
}

/**
 * Fills a data folder with 10,000 published versions: real texts, the city's rule set and a county's override, each with
 * another year and another figure. The files and records are those that the store itself would have written, without its
 * flushes, which would take longer than everything that is measured.
 */
export async function fillDataFolder(path: string, root: string): Promise<void> {
  const folder = new DataFolder(path);
  mkdirSync(folder.jurisdictions, { recursive: true });
  const city = readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8');
  const county = readFileSync(join(root, 'rules/samples/371525-guanxian-sample.yaml'), 'utf8');
  const publications: PublicationRow[] = [];
  const publish = ({ text, document }: Text, version: string) => {
    const row = rowOf(document, version, publications.length + 1, text);
    const file = folder.text(row.record);
    if (version === '1.0.0') mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    publications.push(row);
  };
  const cityParts = { text: city, json: JSON.stringify(parse(city)) };
  const countyParts = { text: county, json: JSON.stringify(parse(county)) };
  for (let index = 0; index < CITY_VERSIONS; index += 1) publish(cityVersion(cityParts, index), `1.${index}.0`);
  for (let index = 0; index < OVERRIDES; index += 1) {
    const code = COUNTIES[index % COUNTIES.length] ?? '';
    publish(countyVersion(countyParts, code, index), `1.${Math.floor(index / COUNTIES.length)}.0`);
  }
  const jurisdictions = readFileSync(join(root, 'rules/371500/jurisdictions.yaml'), 'utf8');
  writeFileSync(join(folder.jurisdictions, 'who.yaml'), jurisdictions);
  const named = { file: 'who.yaml', bytes: sha256(jurisdictions), first: '371500' };
  await writeTrail(folder, [{ jurisdictions: [named] }, ...publications.map((row) => ({ publications: [row] }))]);
  for (const row of [0, 77, CITY_VERSIONS, CITY_VERSIONS + 4_321]) checkDigest(folder, publications[row]);
}

/** The trail that as many acts would have left, each with one publication, and the desk after them. */
async function writeTrail(folder: DataFolder, acts: readonly LedgerRows[]): Promise<void> {
  const by = { kind: 'system' } as const;
  const entry = { at: '1989-01-01T00:00:00Z', by, act: 'bench', on: null, before: null, after: null, reason: null };
  let [hash, text] = [BEGINNING, ''];
  acts.forEach((ledger, index) => {
    const line = chained(hash, { line: index + 1, commit: index + 1, entry, ledger });
    hash = line.hash;
    text += `${line.text}\n`;
  });
  writeFileSync(folder.audit, text);
  const audit = { lines: acts.length, hash, bytes: Buffer.byteLength(text) };
  await DeskFile.begin(nodeFileSystem, folder.desk, { ...EMPTY_DESK, commit: acts.length, audit });
}

interface Parts {
  readonly text: string;
  readonly json: string;
}

function cityVersion({ text, json }: Parts, index: number): Text {
  const year = String(FIRST_YEAR + (index % YEARS));
  const figure = 1_000_000 + index;
  const document = JSON.parse(json.replaceAll('2019', year)) as RuleSet;
  const standard = document.standards['supplementaryMedical.annualCap'];
  if (standard === undefined) throw new Error('the city has no supplementaryMedical.annualCap');
  const changed = text
    .replaceAll('2019', year)
    .replace(/^( {2}supplementaryMedical\.annualCap:[\s\S]*?value: )300000/m, `$1${figure}`);
  if (changed.includes(String(figure)) === false) throw new Error('the figure to change was not found');
  return {
    text: changed,
    document: {
      ...document,
      standards: { ...document.standards, 'supplementaryMedical.annualCap': { ...standard, value: figure } },
    },
  };
}

function countyVersion({ text, json }: Parts, code: string, index: number): Text {
  const year = String(FIRST_YEAR + (Math.floor(index / COUNTIES.length) % YEARS));
  const change = (from: string) => from.replaceAll('371525', code).replaceAll('2019', year);
  const document = JSON.parse(change(json)) as Override;
  const figure = 2_000_000 + index;
  const standards = { ...document.standards, 'supplementaryMedical.annualCap': figure };
  return {
    text: change(text).replace('supplementaryMedical.annualCap: 350000', `supplementaryMedical.annualCap: ${figure}`),
    document: { ...document, standards },
  };
}

function rowOf(document: RuleSet | Override, version: string, sequence: number, text: string): PublicationRow {
  const { jurisdiction, kind, effective } = document;
  const record: PublicationRecord = {
    ...{ jurisdiction, version, sequence, kind, effective, digest: digest(document) },
    publishedAt: new Date(Date.UTC(1989, 0, 1) + sequence * 3_600_000).toISOString(),
    publishedBy: 'bench',
    sample: kind === 'Override',
  };
  return { record, bytes: sha256(text) };
}

/** The store reads the digest of a text from the text itself; ours were made from what was changed beside it. */
function checkDigest(folder: DataFolder, row: PublicationRow | undefined): void {
  if (row === undefined) throw new Error('a publication is missing');
  const heading = headingOf(readFileSync(folder.text(row.record), 'utf8'));
  if (!isPublishable(heading) || heading.digest !== row.record.digest)
    throw new Error(`${row.record.version} has another digest`);
}
