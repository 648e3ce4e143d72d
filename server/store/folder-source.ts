import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal, refuse } from '../domain/refusal.ts';
import { edits } from '../rulesets/edits.ts';
import { madeUpJurisdictions } from '../rulesets/made-up-jurisdictions.ts';
import type { Parsed } from '../rulesets/parse.ts';
import { BEFORE_EVERYTHING, type PublicationRecord, type RuleSource } from '../rulesets/publication.ts';
import type { RulesInFiles } from '../rulesets/rules-in-files.ts';
import { type Heading, headingIn, isPublishable, type OtherText, parsedFile } from './heading.ts';

/** A record of a folder's text says which file it stands in. */
export interface FolderRecord extends PublicationRecord {
  readonly file: string;
}

/** The folder of a rules folder whose texts are made up and count only when asked for. */
const SAMPLES = 'samples';

const KINDS = ['RuleSet', 'Override', 'Jurisdictions', 'TypicalClaims'];

/** A text of a folder that counts, with what it says at its head, or why that cannot be read. */
interface FolderText {
  readonly file: string;
  readonly text: string;
  readonly parsed: Parsed;
  readonly heading: Heading | OtherText | Refusal;
}

/** Which texts of a folder count. */
export interface FolderOptions {
  /** Made-up texts as well: those that say so, and all of `samples/`, after all others. */
  readonly samples?: boolean;
}

/**
 * The texts of a folder of YAML as if they had been published: the first of a jurisdiction, in the order of file names, is
 * 1.0.0, the next 2.0.0, and so on. Files may stand and be called as one likes, in one folder a jurisdiction; what each is,
 * it says itself by its `kind`. Kinds that are not published (scenarios) are passed over; of several texts of typical claims
 * of one city the last counts. A jurisdiction that no Jurisdictions text names is made from its rule set.
 * @throws Refusal naming the file or folder that cannot be read (`fileUnreadable`, `textNotUtf8`) or is not understood
 *   (`textKindUnknown`, `textNotUnderstood`, what the parser finds)
 */
export async function openFolder(folder: string, options: FolderOptions = {}): Promise<RuleSource> {
  return (await readRules(folder, options)).source();
}

/**
 * The same before anything is asked of it: the texts that count, as they stand, so that what is wrong with one keeps no other
 * from being looked at. Its `source` refuses what {@link openFolder} does.
 * @throws Refusal naming the file or folder that cannot be read (`fileUnreadable`, `textNotUtf8`)
 */
export async function readRules(folder: string, { samples = false }: FolderOptions = {}): Promise<RulesInFiles> {
  const texts: FolderText[] = [];
  for (const file of await filesOf(folder, samples)) {
    const text = await textOf(file);
    if (isPassedOver(text)) continue;
    const parsed = parsedFile(text, file);
    const heading = headingOrRefusal(parsed, file);
    if (counts(heading, samples)) texts.push({ file, text, parsed, heading });
  }
  return { folder, texts, source: () => sourceOf(texts) };
}

function sourceOf(found: readonly FolderText[]): RuleSource {
  const published: { readonly record: FolderRecord; readonly found: FolderText; readonly heading: Heading }[] = [];
  const jurisdictions: string[] = [];
  const typicalClaims = new Map<string, string>();
  const named = new Set<string>();
  const versions = new Map<string, number>();
  for (const one of found) {
    const { file, text, heading } = one;
    if (heading instanceof Refusal) throw heading;
    if (isPublishable(heading)) {
      const count = (versions.get(heading.jurisdiction) ?? 0) + 1;
      versions.set(heading.jurisdiction, count);
      published.push({ record: recordOf(heading, file, count, published.length + 1), found: one, heading });
    } else if (heading.kind === 'Jurisdictions') {
      jurisdictions.push(text);
      for (const code of heading.codes) named.add(code);
    } else {
      for (const code of heading.codes) typicalClaims.set(code, text);
    }
  }
  const made = madeUpJurisdictions(
    published.map(({ heading }) => heading),
    named,
  );
  const texts = new Map<PublicationRecord, FolderText>(published.map((one) => [one.record, one.found]));
  const records = published.map(({ record }) => record);
  return {
    records: () => records,
    text: async (record) =>
      texts.get(record)?.text ??
      refuse('textMissing', { jurisdiction: record.jurisdiction, version: record.version, file: null }),
    parsed: (record) => texts.get(record),
    jurisdictions: async () => (made === null ? jurisdictions : [...jurisdictions, made]),
    typicalClaims: async () => [...typicalClaims.values()],
  };
}

function headingOrRefusal(parsed: Parsed, file: string): FolderText['heading'] {
  try {
    const heading = headingIn(parsed, file);
    if (!KINDS.includes(heading.kind) && isMistyped(heading.kind))
      refuse('textKindUnknown', { kind: heading.kind, file }, { file });
    return heading;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function counts(heading: FolderText['heading'], samples: boolean): boolean {
  if (heading instanceof Refusal) return true;
  return KINDS.includes(heading.kind) && (samples || !isPublishable(heading) || !heading.sample);
}

function recordOf(heading: Heading, file: string, count: number, sequence: number): FolderRecord {
  const { jurisdiction, kind, effective, digest, sample } = heading;
  const version = `${count}.0.0`;
  return {
    jurisdiction,
    version,
    sequence,
    kind,
    effective,
    digest,
    publishedAt: BEFORE_EVERYTHING,
    publishedBy: 'rules',
    file,
    sample,
  };
}

/** YAML files in the order of their paths, samples last. Hidden ones are passed over. */
async function filesOf(folder: string, samples: boolean): Promise<readonly string[]> {
  const entries = await list(folder);
  const ordinary = await Promise.all(
    entries.filter((name) => name !== SAMPLES).map((name) => yamlUnder(join(folder, name))),
  );
  const made = samples && entries.includes(SAMPLES) ? await yamlUnder(join(folder, SAMPLES)) : [];
  return [...ordinary.flat(), ...made];
}

async function yamlUnder(path: string): Promise<readonly string[]> {
  if (basename(path).startsWith('.')) return [];
  const found = await stat(path).catch((cause: unknown) => unreadable(path, cause));
  if (!found.isDirectory()) return /\.ya?ml$/i.test(path) ? [path] : [];
  return (await Promise.all((await list(path)).map((name) => yamlUnder(join(path, name))))).flat();
}

async function list(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: unknown) => unreadable(folder, cause));
  return names.sort();
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => unreadable(file, cause));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('textNotUtf8', { file }, { file });
  }
}

function unreadable(file: string, cause: unknown): never {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return refuse('fileUnreadable', { file, reason }, { file });
}

/** A text that says in a line of its own that it is of a kind which is never published need not be parsed. */
function isPassedOver(text: string): boolean {
  const kind = /^kind:[ \t]*["']?([A-Za-z]+)["']?[ \t]*(#.*)?\r?$/m.exec(text)?.[1];
  return kind !== undefined && !KINDS.includes(kind) && !isMistyped(kind);
}

function isMistyped(kind: string): boolean {
  return KINDS.some((known) => edits(known.toLowerCase(), kind.toLowerCase()) <= 2);
}
