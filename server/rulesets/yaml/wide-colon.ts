/** The key of a line, or of a key that YAML took whole, whose colon is the full-width one of Chinese text; null where it is not. */
export function keyBeforeWideColon(text: string): string | null {
  return /^[ \t]*(?:- +)?["']?([^\s:："'#{}[\],]+)["']?：/u.exec(text)?.[1] ?? null;
}
