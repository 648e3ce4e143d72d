import { it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { cnyText } from '../../../server/domain/money.ts';
import { realBook } from '../../published.ts';

it('trial', async () => {
  const book = await realBook(true);
  const from = (await book.inForce('371500', '2019-08-01')).effective;
  const to = (await book.inForce('371525', '2019-08-01')).effective;
  for (let i = 0; i < 2; i++) {
    const t = performance.now();
    const found = await findEdges(from, to, i ? { claims: 1e6 } : { limit: 30 });
    console.log(
      Math.round(performance.now() - t),
      'ms',
      JSON.stringify({ ...found, edges: found.edges.length }, null, 1),
    );
    if (i === 0)
      for (const e of found.edges)
        console.log(
          e.outcome,
          cnyText(e.paid.change),
          e.parts?.layer,
          JSON.stringify(e.claim),
          e.dates.from,
          e.alike,
          e.meets.map((m) => `${m.kind}:${m.id}@${m.at}:${m.side}`).join(' '),
        );
  }
});
