import { readText } from '../text/read-text.ts';
import { isYamlList, isYamlMap, sameYaml, type YamlValue } from '../text/yaml-value.ts';

/** Whether a draft's text has at an RFC 6901 pointer what stood there in the text that it was begun from. */
export function isInherited(pointer: string, text: string, origin: string): boolean {
  const [own, before] = [text, origin].map((one) => atPointer(readText(one)?.value, pointer));
  return own !== undefined && sameYaml(own, before);
}

function atPointer(value: YamlValue | undefined, pointer: string): YamlValue | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<YamlValue | undefined>((inside, key) => {
    if (isYamlList(inside)) return inside[Number(key)];
    return isYamlMap(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined;
  }, value);
}
