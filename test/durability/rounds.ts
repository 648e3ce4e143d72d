/** Whether the long run was asked for (`npm run test:long`). */
export const isLong = process.env.DIXIAN_TEST_LONG === '1';

/** How many rounds of a campaign there are: few in the ordinary run, all in the long one. */
export function rounds(few: number, all: number): number {
  return isLong ? all : few;
}
