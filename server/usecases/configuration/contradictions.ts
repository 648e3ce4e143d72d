import type { Finding } from '../../domain/finding.ts';
import type { Configuration } from './configuration.ts';

/** What no schema can say against a configuration, with the pointers it is about, the likelier to be wrong first. */
export interface Contradiction extends Pick<Finding, 'code' | 'args'> {
  readonly pointers: readonly string[];
}

/** Settings that cannot hold together. */
export function contradictions({ origin, limits, keys }: Configuration): readonly Contradiction[] {
  const { headerSeconds, bodySeconds } = limits;
  const times: readonly Contradiction[] =
    headerSeconds <= bodySeconds
      ? []
      : [
          {
            code: 'bodyBeforeHeader',
            args: { header: headerSeconds, body: bodySeconds },
            pointers: ['/limits/bodySeconds', '/limits/headerSeconds'],
          },
        ];
  // Of the form that the schema asks for, and still none: one with a port beyond all ports.
  const nowhere: readonly Contradiction[] =
    origin === null || URL.canParse(origin)
      ? []
      : [{ code: 'configurationNotOrigin', args: { given: origin }, pointers: ['/origin'] }];
  return [
    ...nowhere,
    ...times,
    ...repeated(keys.map(({ name }) => name)).map(
      ([index, first]): Contradiction => ({
        code: 'keyNameTwice',
        args: { name: keys[index]?.name ?? '', first: first + 1, again: index + 1 },
        pointers: [`/keys/${index}/name`],
      }),
    ),
    ...repeated(keys.map(({ hash }) => hash)).map(
      ([index, first]): Contradiction => ({
        code: 'keyHashTwice',
        args: { name: keys[index]?.name ?? '', first: keys[first]?.name ?? '' },
        pointers: [`/keys/${index}/hash`],
      }),
    ),
  ];
}

/** Items that stood before, each with the index of the first. */
function repeated(items: readonly string[]): readonly (readonly [index: number, first: number])[] {
  const firsts = new Map<string, number>();
  return items.flatMap((item, index) => {
    const first = firsts.get(item);
    if (first === undefined) firsts.set(item, index);
    return first === undefined ? [] : [[index, first] as const];
  });
}
