import type { CommonOptions, Workplace } from './workplace.ts';

/** The data folder that a command works on: the one given, else that of `serve`. */
export function dataFolderOf({ defaults, environment }: Workplace, { data, demo = false }: CommonOptions): string {
  return data ?? environment.DIXIAN_DATA ?? defaults(demo).data;
}
