import { readText } from '../text/read-text.ts';
import { isYamlList, isYamlMap, sameYaml, type YamlValue } from '../text/yaml-value.ts';

/** Tells of an RFC 6901 pointer whether a draft's text has there what stood there in the text that it was begun from. */
export function inheritedIn(text: string, origin: string): (pointer: string) => boolean {
  const [now, then] = [text, origin].map((one) => readText(one)?.value);
  return (pointer) => {
    const own = atPointer(now, pointer);
    return own !== undefined && sameYaml(own, atPointer(then, pointer));
  };
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
