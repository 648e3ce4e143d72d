import type { KeptTexts } from './kept-texts.ts';

/** Texts that are kept under one key; what somebody else left there is taken for nothing. */
export function keptTexts(key: string): KeptTexts {
  const all = (): ReadonlyMap<string, string> => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return new Map(Array.isArray(kept) ? kept.filter(isNamedText) : []);
    } catch {
      return new Map();
    }
  };
  const keep = (texts: ReadonlyMap<string, string>) => {
    try {
      if (texts.size === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...texts]));
    } catch {
      return;
    }
  };
  return {
    all,
    write: (name, text) => {
      const texts = new Map(all());
      if (text === null ? texts.delete(name) : texts.set(name, text)) keep(texts);
    },
    clear: () => keep(new Map()),
  };
}

function isNamedText(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
