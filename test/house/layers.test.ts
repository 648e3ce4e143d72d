import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseHouse, houseRules, keepers, layers, pure } from './layers.ts';

const root = join(import.meta.dirname, '../..');

/** A file of a layer: the layer itself where it is one. */
const fileIn = (layer: string, name: string) => (layer.endsWith('.ts') ? layer : `${layer}/${name}.ts`);

const fileName = (packageName: string) => packageName.replaceAll(/\W/g, '-');

describe('a planted wrong import', () => {
  let house: string;
  let caught: Set<string>;

  /** Writes a file that imports another, both in the house of cards. */
  function plant(from: string, specifier: string): void {
    const path = join(house, from);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import '${specifier}';\nimport type { A } from '${specifier}';\nexport type B = A;\n`, {
      flag: 'a',
    });
  }

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'dixian-house-'));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    for (const layer of layers) {
      mkdirSync(dirname(join(house, fileIn(layer, 'target'))), { recursive: true });
      writeFileSync(join(house, fileIn(layer, 'target')), 'export type A = 1;\n');
    }
    layers.forEach((layer, index) => {
      const above = layers[index - 1];
      if (above === undefined || !layer.startsWith('server/')) return;
      const up = layer.endsWith('.ts') ? '..' : '../..';
      plant(fileIn(layer, 'planted'), `${up}/${fileIn(above, 'target')}`);
    });
    for (const name of Object.keys(keepers))
      plant(`server/access/${fileName(name)}.ts`, name === '@noble/hashes' ? `${name}/sha2.js` : name);
    for (const folder of pure) plant(`${folder}/reads-files.ts`, 'node:fs');
    plant('server/usecases/reads-files.ts', 'node:fs');
    plant('server/library/reads-through.ts', '../usecases/reads-files.ts');
    plant('server/main.ts', './library/target.ts');
    plant('server/http/tested.ts', '../../test/anything.ts');
    plant('server/http/stores.ts', '../store/target.ts');
    mkdirSync(join(house, 'test'), { recursive: true });
    writeFileSync(join(house, 'test/anything.ts'), 'export type A = 1;\n');
    const { violations } = await cruiseHouse(house);
    caught = new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`));
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  const serverLayers = layers.slice(1).filter((layer) => layer.startsWith('server/'));

  it.each(serverLayers)('upward out of %s is caught', (layer) => {
    expect(caught).toContain(`upward-from-${layer}: ${fileIn(layer, 'planted')}`);
  });

  // A package that is not installed yet cannot be resolved, which is caught as such.
  it.each(Object.entries(keepers))('of %s outside %s is caught', (name, keeper) => {
    const rules = [`only-${keeper}-knows-${name}`, 'all-found'].map(
      (rule) => `${rule}: server/access/${fileName(name)}.ts`,
    );
    expect(rules.some((rule) => caught.has(rule))).toBe(true);
  });

  it.each(pure)('of a Node built-in in %s is caught', (folder) => {
    expect(caught).toContain(`pure-without-node: ${folder}/reads-files.ts`);
  });

  it('of a Node built-in behind the library is caught', () => {
    expect(caught).toContain('library-without-node: server/library/reads-through.ts');
  });

  it('of the library in the server is caught', () => {
    expect(caught).toContain('library-for-others-only: server/main.ts');
  });

  it('of the store in a route is caught', () => {
    expect(caught).toContain('http-without-store: server/http/stores.ts');
  });

  it('of a test in the product is caught', () => {
    expect(caught).toContain('product-without-tests: server/http/tested.ts');
  });
});

describe('the house', () => {
  it('has no arrow that points up', async () => {
    const { modules, violations } = await cruiseHouse(root);
    // A tool that saw nothing reports no violations either.
    expect(modules).toBeGreaterThan(20);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('has a rule for every layer but the topmost', () => {
    const names = houseRules().forbidden?.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name?.startsWith('upward-'))).toHaveLength(layers.length - 1);
  });
});
