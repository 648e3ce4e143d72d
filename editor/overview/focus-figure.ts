/**
 * Puts the focus on a figure of the overview where it is nowhere: the browser gives it back to what opened a history, but one
 * that an address opened was opened by nothing. To the city's figure beside it where the place's own is not in the document.
 */
export function focusFigure(standard: string, code: string): void {
  const { activeElement, body } = document;
  // In the closed history itself it is nowhere, too: the browser only notices when it draws next.
  if (activeElement !== null && activeElement !== body && activeElement.closest('dialog') === null) return;
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
  const own = figures.find(({ dataset }) => dataset.figure === `${standard} ${code}`);
  (own ?? figures.find(({ dataset }) => dataset.figure?.startsWith(`${standard} `)))?.focus();
}
