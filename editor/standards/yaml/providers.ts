import { isSection } from '../form/some-people.ts';
import { isBelowStandards, pathAt } from '../text/places.ts';
import type { Monaco } from './open-monaco.ts';
import type { ToldOf } from './told-of.ts';

/** What the providers know at the moment: standards by id. */
export type Known = () => ReadonlyMap<string, ToldOf>;

/** What is told where the pointer rests: the standard, the city's figure, where it may go, its clause. */
export function hoverProvider(known: Known): Parameters<Monaco['languages']['registerHoverProvider']>[1] {
  return {
    provideHover: (model, position) => {
      const [first, id] = pathAt(model.getValue(), model.getOffsetAt(position));
      const told = isSection(first) && id !== undefined ? known().get(String(id)) : undefined;
      if (told === undefined) return null;
      // Never as markdown: what a rule set calls a standard is text, whatever it looks like.
      const plain = [told.label, ...told.lines].map((line) => ({ value: escaped(line) }));
      return { contents: plain };
    },
  };
}

/** What can be written at a place: below `standards:` the standards that are not there yet. */
export function completionProvider(
  monaco: Monaco,
  known: Known,
): Parameters<Monaco['languages']['registerCompletionItemProvider']>[1] {
  return {
    triggerCharacters: ['.'],
    provideCompletionItems: (model, { lineNumber, column }) => {
      const lines = model.getLinesContent();
      const before = (lines[lineNumber - 1] ?? '').slice(0, column - 1);
      const typed = /^( *)([A-Za-z][\w.]*)?$/.exec(before);
      if (typed === null || !isBelowStandards([...lines.slice(0, lineNumber - 1), `${before}x`], lineNumber - 1))
        return { suggestions: [] };
      const range = {
        startLineNumber: lineNumber,
        endLineNumber: lineNumber,
        startColumn: (typed[1] ?? '').length + 1,
        endColumn: column,
      };
      const there = new Set(lines.map((line) => /^\s*([\w.]+)\s*:/.exec(line)?.[1]));
      return {
        suggestions: [...known().values()]
          .filter(({ id }) => !there.has(id))
          .map(({ id, label, lines: told, value }) => ({
            label: { label: id, description: label },
            kind: monaco.languages.CompletionItemKind.Property,
            detail: label,
            documentation: told.join('\n'),
            filterText: `${id} ${label}`,
            insertText: `${id}: ${value}`,
            range,
          })),
      };
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&');
}
