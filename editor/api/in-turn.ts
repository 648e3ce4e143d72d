let last: Promise<unknown> = Promise.resolve();

/**
 * Asks for what costs the service much after what was asked for so before it has been answered: a page that asks for many at once
 * is refused most of them.
 */
export function inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const turn = last.then(ask, ask);
  last = turn;
  return turn;
}
