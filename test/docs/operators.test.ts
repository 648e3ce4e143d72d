import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import type { SchemaObject } from '../../server/rulesets/schema-registry.ts';
import { schemaRegistry } from '../../server/rulesets/schemas.ts';
import { settings } from '../../server/usecases/configuration/settings.ts';
import { root } from '../house/sources.ts';
import { example, startService } from '../http/service.ts';
import { keyOf } from '../http/set-ups.ts';
import { tableAfter } from './documents.ts';

const page = readFileSync(join(root, 'docs/operators.md'), 'utf8');

/** What a setting may be, as the page writes it. */
function rangeWords({ type, enum: known, minimum, maximum, unit, format }: SchemaObject): string {
  if (known !== undefined) return known.map((one) => `\`${one}\``).join(', ');
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'integer') return `${minimum} to ${maximum}${unit === undefined ? '' : ` ${unit}`}`;
  if (type === 'array') return 'list';
  return format === undefined ? 'text' : format;
}

function defaultWords({ default: constant, derived }: SchemaObject): string {
  return derived ?? `\`${typeof constant === 'string' ? constant : JSON.stringify(constant)}\``;
}

describe('docs/operators.md', () => {
  it('lists the settings that there are, as the schema says', () => {
    const rows = settings.map(({ path, variable, schema }) => [
      `\`${path}\``,
      `\`${variable}\``,
      defaultWords(schema),
      rangeWords(schema),
      schema.description,
    ]);
    expect(tableAfter(page, 'id="settings"')).toEqual(rows);
  });

  it('lists what the entry of a key holds', () => {
    const keys = settings.find(({ path }) => path === 'keys')?.schema.items ?? true;
    const { properties = {}, required = [] } = schemaRegistry.flat(keys);
    const rows = Object.entries(properties).map(([name, schema]) => [
      `\`${name}\``,
      required.includes(name) ? 'yes' : '',
      schemaRegistry.flat(schema).description,
    ]);
    expect(tableAfter(page, 'id="entry"')).toEqual(rows);
  });

  it('names a setting for everything that it says is bounded', () => {
    const named = tableAfter(page, 'id="bounds"').flatMap(([cell = '']) =>
      [...cell.matchAll(/`([A-Za-z.]+)`/g)].map(([, name]) => name),
    );
    const limits = settings.filter(({ path }) => path.startsWith('limits.')).map(({ steps }) => steps[1]);
    expect([...named].sort()).toEqual([...limits].sort());
  });

  it('lists the metrics of its own that the service shows', async () => {
    const access = accessOf([{ name: 'hospital', hash: hashOf(keyOf('a')), scopes: ['evaluate'] }]);
    const service = await startService({ metricsOpen: true, access });
    try {
      const headers = { Authorization: `Bearer ${keyOf('a')}`, 'Content-Type': 'application/json' };
      await service.call('/api/v1/evaluations', { method: 'POST', headers, body: JSON.stringify(example) });
      const { text } = await service.call('/metrics');
      const rows = [...text.matchAll(/^# HELP (dixian_\w+) (.*)\n# TYPE \w+ (\w+)$/gm)].map(
        ([, name = '', words, type]) => [`\`${name}\``, type, labelsOf(name, text), words],
      );
      expect(tableAfter(page, 'id="metrics"')).toEqual(rows);
    } finally {
      await service.stop();
    }
  });
});

/** The labels of a metric, by one of its samples; `le` is the bound of a histogram's bucket. */
function labelsOf(name: string, text: string): string {
  const sample = new RegExp(`^${name}(?:_bucket)?\\{(.*)\\}`, 'm').exec(text)?.[1] ?? '';
  const labels = [...sample.matchAll(/(\w+)="/g)].map(([, label]) => label).filter((label) => label !== 'le');
  return labels.map((label) => `\`${label}\``).join(', ');
}
