/** About how wide a text of 13 pixels is: ideographs are as wide as the type is high. Enough to place what stands beside it. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u0300' ? 7.2 : 13), 0);
}

/** A text cut short with … where it is wider than there is room for, in pixels. */
export function fitted(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
