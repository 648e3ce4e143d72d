import { describe, expect, it } from 'vitest';
import { type Splice, spliced } from '../../server/rulesets/spliced-text.ts';

const text = `# head
effective: {from: 2019-07-01, to: 2019-12-31}   # when

standards:
  # one
  a.b: 1                # first
  c.d: {1: 100, 2: 200, 3: 300}  # by level
  e.f:
    full: [{from: 0, value: 0.5}]
    half: 2   # half
  # last
  g.h: "x"
list:
  - name: x
    value: 1
  - {name: y, value: 2}
# foot
`;

const cut = (...splices: readonly Splice[]) => spliced(text, splices);
const without = (...lines: readonly string[]) =>
  text
    .split('\n')
    .filter((line) => !lines.includes(line.trim()))
    .join('\n');

describe('a text with some of its values changed', () => {
  it('is the same where nothing is', () => {
    expect(cut()).toBe(text);
    expect(cut({ pointer: '/standards/none', text: null }, { pointer: '/a/b/c', text: '1' })).toBe(text);
  });

  it('keeps everything else as it stood, comments among it', () => {
    expect(cut({ pointer: '/effective/from', text: '2019-08-01' })).toBe(text.replace('2019-07-01', '2019-08-01'));
    expect(cut({ pointer: '/standards/a.b', text: '1000' })).toBe(text.replace('a.b: 1 ', 'a.b: 1000 '));
    expect(cut({ pointer: '/standards/e.f', text: '{half: 3}' })).toBe(
      text.replace('full: [{from: 0, value: 0.5}]\n    half: 2', '{half: 3}'),
    );
    expect(cut({ pointer: '/list/1/value', text: '9' })).toBe(text.replace('value: 2', 'value: 9'));
    expect(cut({ pointer: '/list/0/value', text: '9' })).toBe(text.replace('value: 1', 'value: 9'));
  });

  it('loses whole lines with a key of a block, and a part of the line with one in braces', () => {
    expect(cut({ pointer: '/standards/a.b', text: null })).toBe(without('a.b: 1                # first'));
    expect(cut({ pointer: '/standards/e.f', text: null })).toBe(
      without('e.f:', 'full: [{from: 0, value: 0.5}]', 'half: 2   # half'),
    );
    expect(cut({ pointer: '/standards/g.h', text: null })).toBe(without('g.h: "x"'));
    expect(cut({ pointer: '/standards/c.d/1', text: null })).toBe(text.replace('1: 100, ', ''));
    expect(cut({ pointer: '/standards/c.d/3', text: null })).toBe(text.replace(', 3: 300', ''));
    expect(cut({ pointer: '/list/1/name', text: null })).toBe(text.replace('name: y, ', ''));
  });

  it('that loses all keys of a map has an empty one', () => {
    const all = ['a.b', 'c.d', 'e.f', 'g.h'].map((id) => ({ pointer: `/standards/${id}`, text: null }));
    expect(cut(...all)).toContain('standards:\n  # one\n  {}\nlist:');
    expect(spliced('a: {b: 1}\n', [{ pointer: '/a/b', text: null }])).toBe('a: {}\n');
  });

  it('takes several at once, wherever they stand', () => {
    expect(
      cut(
        { pointer: '/standards/c.d/2', text: '250' },
        { pointer: '/standards/a.b', text: null },
        { pointer: '/effective/to', text: '2020-01-31' },
      ),
    ).toBe(without('a.b: 1                # first').replace('2: 200', '2: 250').replace('2019-12-31', '2020-01-31'));
  });

  it('without a line feed at its end is no exception', () => {
    expect(spliced('a: 1\nb: 2', [{ pointer: '/b', text: null }])).toBe('a: 1\n');
  });
});
