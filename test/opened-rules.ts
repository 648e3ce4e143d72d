import { openFolder } from '../server/store/folder-source.ts';

const opened = new Map<string, ReturnType<typeof openFolder>>();

/**
 * The texts of a folder of the checkout, read once for all tests of a thread: no test changes one of these, and what is read
 * is never changed. For a folder that a test writes there is `openFolder`.
 */
export function openedRules(folder: string, samples = false): ReturnType<typeof openFolder> {
  const key = `${samples} ${folder}`;
  const source = opened.get(key) ?? openFolder(folder, { samples });
  opened.set(key, source);
  return source;
}
