/** About how wide a text of 13 pixels is: ideographs are as wide as the type is high. Enough to place what stands beside it. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u0300' ? 7.2 : 13), 0);
}
