import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house/sources.ts';

/** Texts of the rules that come with the program. */
export const texts = {
  city: read('rules/371500/liaocheng-2019.yaml'),
  guanxian: read('rules/samples/371525-guanxian-sample.yaml'),
  shenxian: read('rules/samples/371522-shenxian-sample.yaml'),
};

/** A file of the checkout. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
