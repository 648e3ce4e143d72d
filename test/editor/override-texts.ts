import fc from 'fast-check';
import { flowText, keyText, type YamlMap, type YamlValue } from '../../editor/standards/text/yaml-value.ts';

/** A text of a county as somebody may have written it, with what it says. */
export interface Written {
  readonly text: string;
  readonly standards: YamlMap;
}

const figure = fc.oneof(
  fc.integer({ min: 0, max: 900_000 }),
  fc.constantFrom<YamlValue>(0.08, 0.755, 'none', 'unlimited', true),
);
const byKey = fc.dictionary(fc.constantFrom('1', '2', '3', 'full', 'true'), figure, { minKeys: 1 });
const list = fc.subarray(['registered', 'diabetes', 'oneStop', 'x y'], { minLength: 1 });
const rows = fc.subarray([10_000, 50_000, 200_000]).map((cuts) =>
  [0, ...cuts].map((from, index) => ({
    from,
    ...(cuts[index] === undefined ? {} : { to: cuts[index] }),
    value: (index + 1) / 10,
  })),
);

/** A value that a standard may be given. */
export const standardValue: fc.Arbitrary<YamlValue> = fc.oneof(
  { weight: 4, arbitrary: figure },
  byKey as fc.Arbitrary<YamlValue>,
  list as fc.Arbitrary<YamlValue>,
  rows as fc.Arbitrary<YamlValue>,
);

/** Ids of standards, some of one product. */
export const standardId = fc.constantFrom(
  'accident.medical',
  'accident.death',
  'property.theft',
  'a.b',
  'service.days',
  'c.d',
);

const comment = fc.constantFrom('', '', ' # 300,000 → 350,000', '      # 说明：[不要动] {a: 1}', '\t# x');
const ownLine = fc.constantFrom('', '', '  # 自己的一行\n', '\n', '# at the margin\n\n');

/** The same value written as blocks, one thing a line, comments among them. */
function blockText(value: YamlValue, indent: string, note: string): string {
  if (Array.isArray(value)) return value.map((item: YamlValue) => `\n${indent}- ${flowText(item)}${note}`).join('');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inside]) => `\n${indent}${keyText(key)}: ${flowText(inside)}${note}`)
      .join('');
  return ` ${flowText(value)}${note}`;
}

const entry = fc.record({ value: standardValue, asBlock: fc.boolean(), note: comment, before: ownLine });

/** Texts of counties as they may stand in a store: blocks and brackets, comments anywhere, any order. */
export const written: fc.Arbitrary<Written> = fc
  .record({
    entries: fc.uniqueArray(fc.tuple(standardId, entry), { selector: ([id]) => id, minLength: 1, maxLength: 6 }),
    eol: fc.constantFrom('\n', '\r\n'),
    tail: fc.constantFrom('', 'waivers: []  # 没有\n', '# the end'),
  })
  .map(({ entries, eol, tail }) => {
    const lines = entries.map(([id, { value, asBlock, note, before }]) => {
      const said = asBlock ? blockText(value, '    ', note) : ` ${flowText(value)}${note}`;
      return `${before}  ${id}:${said}\n`;
    });
    const text = `# 冠县\nkind: Override\njurisdiction: "371525"\nreason: {zh: 提高待遇, en: more}   # why\nstandards:   # 只写改动\n${lines.join('')}${tail}`;
    return {
      text: text.replaceAll('\n', eol),
      standards: Object.fromEntries(entries.map(([id, { value }]) => [id, value])),
    };
  });
