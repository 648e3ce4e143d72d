/** Words that YAML takes for something else than text. */
const reserved = /^(true|false|null|yes|no|on|off)$/i;

/** A text without quotes where that is read back as the same text. */
const plain = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** A value on one line of YAML: scalars, and lists and maps of them in brackets. */
export function yamlText(value: unknown): string {
  if (typeof value === 'string') return plain.test(value) && !reserved.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}: ${yamlText(one)}`)
    .join(', ')}}`;
}

/** A map as an item of a block list, a line for each key. */
export function yamlItem(map: object, indent: string): readonly string[] {
  return Object.entries(map).map(
    ([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${yamlText(value)}`,
  );
}
