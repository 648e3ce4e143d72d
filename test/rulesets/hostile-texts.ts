/** A text that nobody should read generously. */
export interface HostileText {
  readonly text: string;
  /** What it is refused as. */
  readonly code: string;
  /** True where the YAML library alone would take it without a word. */
  readonly taken?: boolean;
}

/** One hostile thing each, small. */
export const hostileTexts: Readonly<Record<string, HostileText>> = {
  'a byte order mark': { text: '\ufeffkind: RuleSet\n', code: 'characterRefused', taken: true },
  NUL: { text: 'kind: "Rule\u0000Set"\n', code: 'characterRefused', taken: true },
  'an escaped NUL': { text: 'kind: "Rule\\0Set"\n', code: 'characterRefused', taken: true },
  'a word turned round': {
    text: 'kind: RuleSet\ntitle: 市级\u202e00051\u202c元\n',
    code: 'characterRefused',
    taken: true,
  },
  'an isolated direction': { text: 'kind: RuleSet\ntitle: "a\u2067b\u2069"\n', code: 'characterRefused', taken: true },
  'half a surrogate pair': { text: 'kind: RuleSet\ntitle: "\\ud83d"\n', code: 'characterRefused', taken: true },
  'a tab for an indent': { text: 'kind: RuleSet\nstandards:\n\ta: 1\n', code: 'yamlTab' },
  'a merge key': { text: 'a: &a {b: 1}\nkind: RuleSet\nc: {<<: *a}\n', code: 'mergeKey', taken: true },
  "a tag of the language's own": { text: 'kind: !!str RuleSet\n', code: 'tagRefused', taken: true },
  'a tag that makes a set': { text: 'kind: !!set {a, b}\n', code: 'tagRefused', taken: true },
  'a tag of a program': { text: 'kind: !!js/function "() => 1"\n', code: 'tagRefused', taken: true },
  'a tag of somebody': { text: 'kind: !ruby/object:Gem::Requirement {a: 1}\n', code: 'tagRefused', taken: true },
  'a number that no number holds': { text: 'kind: RuleSet\na: 9007199254740993\n', code: 'numberDigits', taken: true },
  'a share of more digits than are held': { text: 'a: 0.12345678901234567\n', code: 'numberDigits', taken: true },
  'a number without an end': { text: 'kind: RuleSet\na: 1e400\n', code: 'numberForm', taken: true },
  infinity: { text: 'kind: RuleSet\na: .inf\n', code: 'numberForm', taken: true },
  'an octal number': { text: 'kind: RuleSet\na: 0o17\n', code: 'numberForm', taken: true },
  'a number with a zero before it': { text: 'kind: RuleSet\na: 0371500\n', code: 'numberForm', taken: true },
  'the key __proto__': { text: 'kind: RuleSet\n__proto__: {polluted: true}\n', code: 'keyForbidden', taken: true },
  'an escaped __proto__': { text: '"\\u005f_proto__": {polluted: true}\n', code: 'keyForbidden', taken: true },
  'the key constructor': {
    text: 'a: {constructor: {prototype: {polluted: true}}}\n',
    code: 'keyForbidden',
    taken: true,
  },
  'a key twice': { text: 'kind: RuleSet\nkind: Override\n', code: 'keyTwice' },
  'another version of YAML': { text: '%YAML 1.1\n---\na: no\n', code: 'yamlDirective', taken: true },
  'two documents': { text: 'kind: RuleSet\n---\nkind: Override\n', code: 'documentsMany' },
  'aliases of aliases': {
    text: `a: &a [x, x]\n${[...'bcdefghijklm'].map((name, index) => `${name}: &${name} [${`*${'abcdefghijkl'[index]}, `.repeat(9)}x]`).join('\n')}\n`,
    code: 'aliasesMultiply',
  },
};

/** The largest text that is taken over HTTP. */
export const MOST_BYTES = 256 * 1024;

const filled = (one: string) => one.repeat(Math.floor((MOST_BYTES - 100) / one.length));

function numbered(one: (index: number) => string): string {
  let text = '';
  for (let index = 0; ; index += 1) {
    const next = one(index);
    if (text.length + next.length > MOST_BYTES - 100) return text;
    text += next;
  }
}

/**
 * Texts as large as are taken, each of many small things that take a reader longer than their size tells: of one list a
 * machine once read for three seconds, of brackets alone for four.
 */
export const longTexts: Readonly<Record<string, string>> = {
  'a list on one line': `kind: RuleSet\nx: [${filled('1,')}1]\n`,
  'a list of lines': `kind: RuleSet\nx:\n${filled('- 1\n')}`,
  'an override that is a list': `kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-07-01}\nx: [${filled('1,').slice(100)}1]\n`,
  'texts in quotes': `x: [${filled('"",')}""]\n`,
  'lists in each other': `${'['.repeat(60)}${filled('1,')}`,
  'maps in a list': filled('- {}\n'),
  'keys that are all the same': filled('k: 1\n'),
  'keys that differ': numbered((index) => `k${index}: 1\n`),
  'keys that differ, on one line': `{${numbered((index) => `k${index}: 1,`)}a: 1}\n`,
  'keys without a value': `{${filled('a:,')}a: 1}\n`,
  'keys without a name': filled(': \n'),
  'marks of keys': filled('? a\n'),
  anchors: numbered((index) => `- &a${index} 1\n`),
  aliases: `a: &a 1\nb:\n${filled('- *a\n')}`,
  'aliases of nothing': filled('- *a\n'),
  tags: filled('- !a 1\n'),
  'merge keys': filled('<<: 1\n'),
  'forbidden keys': filled('__proto__: 1\n'),
  'brackets that close nothing': filled(']'),
  'brackets that close nothing, each in its line': filled('a: ]\n'),
  commas: `[${filled(',')}]`,
  'commas of a map': `{${filled(',')}}`,
  'a bracket that is never closed': `[${filled('a, ')}`,
  'ends of lines that are masked': `a: "b"\n${filled('\\\n')}`,
  'lines that end as in another system': filled('a: 1\r\n'),
  'tabs for indents': filled('\ta: 1\n'),
  'tabs after dashes': filled('-\t1\n'),
  'heads of texts': `a: ${filled('>\n')}`,
  'documents without an end': filled('---\na: 1\n'),
  'ends of documents': filled('...\n'),
  directives: filled('%a\n'),
  'escaped control characters': filled('a: "\\u0000"\n'),
  'colons in a line': `a: ${filled('b: ')}`,
  'anchors of nothing': filled('&a '),
  'anchors of nothing, each in its line': filled('&a\n'),
  'tags of nothing': filled('!a '),
};
