/** About how wide a text of 13 pixels is: ideographs are as wide as the type is high. Enough to place what stands beside it. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter < '\u0300' ? 7.2 : 13;
  return width;
}

/** A text cut short with … where it is wider than there is room for, in pixels. */
export function fitted(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
