/**
 * Puts the focus on a figure of the overview where it is nowhere: the browser gives it back to what opened a history, but one
 * that an address opened was opened by nothing. To the city's figure beside it where the place's own is not in the document.
 */
export function focusFigure(standard: string, code: string): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
  const own = figures.find(({ dataset }) => dataset.figure === `${standard} ${code}`);
  (own ?? figures.find(({ dataset }) => dataset.figure?.startsWith(`${standard} `)))?.focus();
}
