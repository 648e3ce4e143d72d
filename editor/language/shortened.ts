/** A text for a list, where the whole stands elsewhere. @param most characters that are shown of it */
export function shortened(text: string, most = 60): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join('').trimEnd()}…`;
}
