import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Change } from '../../../server/analysis/diff/change.ts';
import { diff } from '../../../server/analysis/diff/diff.ts';
import { changeKinds } from '../../../server/analysis/diff/kinds/index.ts';
import { changes as en } from '../../../server/domain/messages/en/changes.ts';
import { changes as zh } from '../../../server/domain/messages/zh/changes.ts';
import { sentenceOf } from '../../../server/http/changes/sentence.ts';
import { filesIn } from '../../house/sources.ts';
import { type Example, folder, sidesOf, standsInPlan } from './example.ts';

const ids = changeKinds.map(({ id }) => id);
const read = (id: string) => readFileSync(join(folder, `${id}.yaml`), 'utf8');

/** A record as an example shows it; what only one side has stands among the places already. */
function shown({ label, source, product, part, before, after, ...change }: Change): object {
  const told = Object.entries(part === 'presence' ? change : { ...change, before, after });
  return Object.fromEntries(
    told.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** `UPDATE_EXAMPLES=1` writes what is found into the files, to be read by whoever asked for it. */
function update(id: string, found: Pick<Example, 'changes' | 'zh' | 'en'>): void {
  const [given = ''] = read(id).split(/^changes:/m);
  writeFileSync(join(folder, `${id}.yaml`), given + stringify(found, { lineWidth: 0, flowCollectionPadding: false }));
}

describe('the example of', () => {
  it.each(ids)('%s is told as it stands there, in both languages', (id) => {
    const example = parse(read(id)) as Example;
    const { before, after } = sidesOf(example);
    const changes = diff(before, after);
    const told = (language: 'zh' | 'en') =>
      changes.map((change) => sentenceOf(change, { before, after, names: null }, language));
    const found = { changes: changes.map(shown) as Example['changes'], zh: told('zh'), en: told('en') };
    if (process.env.UPDATE_EXAMPLES !== undefined) update(id, found);
    else expect(found).toEqual({ changes: example.changes, zh: example.zh, en: example.en });
    expect(changes.map(({ kind }) => kind)).toContain(id);
    expect(standsInPlan(example)).toBe(true);
  });
});

describe('the kinds of change', () => {
  it('have a file, an example and a sentence in each language, under one name', () => {
    const names = (path: string, ending: RegExp) =>
      filesIn(path, ending).map((file) => file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, ''));
    const sorted = [...ids].sort();
    expect(
      names('server/analysis/diff/kinds', /\.ts$/)
        .filter((name) => !['kind', 'index'].includes(name))
        .sort(),
    ).toEqual(sorted);
    expect(names('test/analysis/diff/examples', /\.yaml$/).sort()).toEqual(sorted);
    expect(Object.keys(zh).sort()).toEqual(sorted);
    expect(Object.keys(en).sort()).toEqual(sorted);
  });

  it.each(changeKinds.map((kind) => [kind.id, kind.mirror] as const))(
    '%s and %s are each other’s mirror',
    (id, mirror) => {
      expect(changeKinds.find((kind) => kind.id === mirror)?.mirror).toBe(id);
    },
  );
});
