import { changedText, Uneditable } from '../text/change-text.ts';
import { readText } from '../text/read-text.ts';
import {
  flowText,
  isYamlList,
  isYamlMap,
  keyText,
  type Path,
  sameYaml,
  valueAt,
  type YamlMap,
} from '../text/yaml-value.ts';

/**
 * A county's text with more under the heads of its `adds`, all else as it was. Items of lists and things by their id are added;
 * facts stand under their claim type.
 * @throws Uneditable where the text cannot be read, or is written in a way that cannot be added to
 */
export function textWithAdditions(text: string, additions: YamlMap): string {
  const read = readText(text);
  if (read !== null && valueAt(read.value, ['adds']) === undefined) return appended(text, additions);
  return Object.entries(additions).reduce(
    (sofar, [head, added]) => withHead(sofar, ['adds', head], added as YamlMap),
    text,
  );
}

function withHead(text: string, path: Path, added: YamlMap): string {
  const before = valueAt(readText(text)?.value, path);
  if (isYamlList(added)) return changedText(text, path, [...(isYamlList(before) ? before : []), ...added]);
  return Object.entries(added).reduce((sofar, [key, value]) => {
    const isDeeper = isYamlMap(before) && isYamlMap(before[key]) && isYamlMap(value);
    return isDeeper ? withHead(sofar, [...path, key], value) : changedText(sofar, [...path, key], value);
  }, text);
}

/** The text with additions at its end, in its own line breaks. */
function appended(text: string, additions: YamlMap): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const longer = `${text}${text.endsWith('\n') ? '' : eol}${blockOf(additions).replaceAll('\n', eol)}`;
  // Some texts go on after their end: behind `...`, or where the last value is a text of several lines.
  if (!sameYaml(valueAt(readText(longer)?.value, ['adds']), additions)) throw new Uneditable();
  return longer;
}

/** Additions as a person would write them: a line for each thing, a rule over some. */
function blockOf(additions: YamlMap): string {
  const lines = Object.entries(additions).flatMap(([head, added]) => [
    `  ${head}:`,
    ...(isYamlList(added)
      ? added.flatMap((item) => itemLines(item as YamlMap, head === 'rules'))
      : Object.entries(added as YamlMap).map(([key, value]) => `    ${keyText(key)}: ${flowText(value)}`)),
  ]);
  return `adds:\n${lines.join('\n')}\n`;
}

function itemLines(item: YamlMap, isLong: boolean): readonly string[] {
  if (!isLong) return [`    - ${flowText(item)}`];
  return Object.entries(item).map(([key, value], index) => `    ${index === 0 ? '-' : ' '} ${key}: ${flowText(value)}`);
}
