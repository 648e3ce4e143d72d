import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import type { Comparison } from '../../../server/usecases/compare.ts';
import { compareSides } from '../../../server/usecases/compare.ts';
import type { Side } from '../../../server/usecases/compared/side.ts';
import type { RuleBook } from '../../../server/usecases/rule-book.ts';
import { ruleSetOf } from '../../rule-set-of.ts';

const ESC = '\u001b';

/** What somebody could call a standard: each does something somewhere. */
export const hostile: readonly string[] = [
  // HTML
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg/onload=alert(1)>',
  '<style>*{display:none}</style>',
  '&lt;b&gt; ]]> <!-- -->',
  'javascript:alert(1)',
  // spreadsheets
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1+1)',
  '  =HYPERLINK("http://x.example","y")',
  '\t=1+1',
  '\r=1+1',
  '\u00a0=1+1',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20SUM(1)',
  'a,"b"\n=1+1',
  // Markdown
  '**bold** _it_ `code` ~~x~~',
  '[here](https://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example and www.evil.example',
  'a | b\n| --- | --- |',
  '# heading\n- item',
  '@everyone #1 $x$',
  '<details open>',
  // terminals
  `${ESC}[31mred${ESC}[0m`,
  `${ESC}]0;title\u0007`,
  `${ESC}]8;;https://evil.example\u001b\\link`,
  '\u009b31mred',
  'over\rwritten',
  'gone\u0008\u0008\u0008\u0008',
  // what turns a line round, and what is no character
  'abc\u202egpj.exe',
  '\u2066x\u2069',
  'line\u2028break',
  '\u0000nul',
  '\ufffe\uffff\ufeff',
];

/** Two rule sets that differ in a standard for each hostile label. */
export function hostileRules(): readonly [EffectiveRuleSet, EffectiveRuleSet] {
  const of = (figure: number) =>
    ruleSetOf({
      products: { cover: { label: { zh: hostile[0], en: hostile[7] } } },
      standards: Object.fromEntries(
        hostile.map((label, index) => [
          `cover.s${index}`,
          {
            value: figure,
            unit: 'CNY',
            better: 'higher',
            county: 'improve',
            clause: label,
            label: { zh: label, en: label },
          },
        ]),
      ),
    } as unknown as Partial<RuleSet>);
  return [of(100), of(200)];
}

/** A comparison whose labels, file names and place names are all hostile. */
export async function hostileComparison(label = hostile.join(' ')): Promise<Comparison> {
  const [before, after] = hostileRules();
  const side = (effective: EffectiveRuleSet, reference: string): Side => ({
    reference,
    label: { zh: reference, en: reference },
    date: effective.period.from,
    rules: {
      jurisdiction: { code: effective.jurisdiction, name: { zh: label, en: label }, city: null },
      name: { ...effective.base, base: effective.base, effectiveDigest: effective.effectiveDigest },
      effective,
    } as Side['rules'],
  });
  const book = { registry: async () => ({ sameAs: (code: string) => [code] }) } as unknown as RuleBook;
  return compareSides(book, side(before, `a ${label}`), side(after, `b ${label}`));
}
