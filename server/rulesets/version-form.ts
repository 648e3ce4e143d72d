/** How a version number is written, as JSON Schema has patterns: major.minor.patch, each of at most nine digits without leading zeros. */
export const VERSION_FORM = '^(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}$';

const version = new RegExp(VERSION_FORM);

/** Whether a text is written as a version number. */
export function isVersion(value: string): boolean {
  return version.test(value);
}
