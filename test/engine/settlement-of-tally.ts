import type { Settlement } from '../../server/engine/settlement.ts';
import { boundsOf, layOut, limitedLines, limitNotices, REASONS, type Tallied } from '../../server/engine/tally.ts';

/** The settlement that a tally stands for. */
export function settlementOf({ plan, tally }: Tallied): Settlement {
  let at = -1;
  const next = () => {
    at += 1;
    return tally[at] as number;
  };
  const settlement = layOut(plan, {
    number: next,
    text: (place) => (place.kind === 'boundBy' ? boundsOf(place.line) : REASONS)[next()] as string,
  });
  return {
    ...settlement,
    layers: settlement.layers.map(({ reason, ...layer }) => (reason ? { ...layer, reason } : layer)),
    notices: [...plan.notices, ...limitNotices(limitedLines(plan), tally)],
  };
}
