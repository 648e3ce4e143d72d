/** A JSON value as YAML on one line, as people write it in rule sets. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? wordText(value) : String(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `${/^\d+$/.test(key) ? key : wordText(key)}: ${flowText(one)}`)
    .join(', ')}}`;
}

/** Names stand without quotes; whatever else could mean something to YAML is quoted. */
function wordText(word: string): string {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(word) && !/^(true|false|null)$/i.test(word) ? word : JSON.stringify(word);
}
