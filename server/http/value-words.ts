/** Stub until the words are moved here. */
export function figureWords(value: unknown, _unit: string, _language: string): string {
  return String(value);
}
