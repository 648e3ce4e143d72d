import fc from 'fast-check';
import { set } from './arbitrary-value.ts';

/** Texts that programs have stumbled over. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\r\nb',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%00',
  '住'.repeat(3000),
  '9'.repeat(400),
  '２０１９-06-01',
  '2019-02-30',
  '371599',
  '<script>',
];

const oddValues: readonly unknown[] = [
  ...oddTexts,
  null,
  true,
  [],
  {},
  [[]],
  -1,
  -0,
  0.001,
  0.1 + 0.2,
  1e21,
  1e-7,
  5e-324,
  1.7976931348623157e308,
  2 ** 53,
  9_999_999_999.99,
  10_000_000_000,
];

const oddNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'a.b',
  'a/b~c',
  '\u0000',
  '额外',
];

interface Spot {
  readonly parent: object;
  readonly key: string;
}

function spotsOf(value: unknown, found: Spot[] = []): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, one] of Object.entries(value)) {
    found.push({ parent: value, key });
    spotsOf(one, found);
  }
  return found;
}

const step = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('drop', 'replace', 'replace', 'add'),
  value: fc.constantFrom(...oddValues),
  name: fc.constantFrom(...oddNames),
});

/** The JSON text of a value with one to three things changed: a field less, one more, or another value in its place. */
export function mutatedJson(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(value, fc.array(step, { minLength: 1, maxLength: 3 })).map(([original, steps]) => {
    const root = { body: JSON.parse(JSON.stringify(original)) as unknown };
    for (const { at, kind, value: odd, name } of steps) {
      const spots = spotsOf(root);
      const spot = spots[at % spots.length];
      if (spot === undefined) break;
      if (kind === 'drop' && spot.parent !== root) {
        if (Array.isArray(spot.parent)) spot.parent.splice(Number(spot.key), 1);
        else Reflect.deleteProperty(spot.parent, spot.key);
      } else if (kind === 'add' && !Array.isArray(spot.parent) && spot.parent !== root) set(spot.parent, name, odd);
      else set(spot.parent, spot.key, odd);
    }
    return JSON.stringify(root.body) ?? 'null';
  });
}

/** Bodies that are not the JSON they began as. */
export function brokenText(text: fc.Arbitrary<string>): fc.Arbitrary<string | Uint8Array> {
  return fc
    .tuple(text, fc.nat(), fc.constantFrom('cut', 'twice', 'bytes', 'tail', 'deep', 'mark', 'huge', 'proto', 'half'))
    .map(([whole, at, kind]) => {
      const cut = at % Math.max(whole.length, 1);
      switch (kind) {
        case 'cut':
          return whole.slice(0, cut);
        case 'twice':
          return `{"id":"a",${whole.slice(1)}`;
        case 'bytes':
          return Buffer.concat([
            Buffer.from(whole.slice(0, cut)),
            Buffer.from([0xc3, 0x28]),
            Buffer.from(whole.slice(cut)),
          ]);
        case 'tail':
          return `${whole}]`;
        case 'deep':
          return `${'['.repeat(20_000)}${whole}`;
        case 'huge':
          return whole.replace(/:-?[0-9.]+/, ':1e400');
        case 'proto':
          return `{"__proto__":{"polluted":true},${whole.slice(1)}`;
        case 'half':
          return whole.replace(/:"/, ':"\\ud800');
        default:
          return `\ufeff${whole}`;
      }
    });
}

/** Headers that a caller might send; null: the ordinary ones. */
export const oddHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  fc
    .constantFrom(
      'text/html',
      'application/json;q=0',
      '*/*;q=0.1, application/json',
      'application/yaml',
      ';;;,,,',
      'application/*',
      'x'.repeat(4000),
    )
    .map((Accept) => ({ Accept })),
  fc.constantFrom('en', 'zh-Hant-TW', 'fr', '*;q=x', ',').map((one) => ({ 'Accept-Language': one })),
  fc
    .constantFrom(
      'text/html',
      'application/json; charset=gbk',
      'application/json; charset="utf-8"',
      'application/jsonx',
      ';',
      'multipart/form-data',
    )
    .map((one) => ({ 'Content-Type': one })),
  fc.constantFrom('gzip', 'identity', 'x').map((one) => ({ 'Content-Encoding': one })),
  fc.constantFrom('*', '"a"', 'W/"a"', '').map((one) => ({ 'If-None-Match': one })),
  fc.constantFrom('a', '\u00e9', 'x'.repeat(300), '<>').map((one) => ({ 'Request-Id': one })),
  fc.constantFrom('Bearer x', 'Basic eA==', 'Bearer', '').map((Authorization) => ({ Authorization })),
);
