import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../server/domain/refusal.ts';
import { DraftProofs, type ProofTask } from '../../../server/usecases/drafts/draft-proofs.ts';
import { proofGates } from '../../../server/usecases/drafts/gates/proof.ts';

const asked = (text: string) => {
  return { text, jurisdiction: '371525', kind: 'Override', maxBytes: 1000, today: '2019-07-01' } as const;
};
const ground = (result: string, more = {}) => ({ baseDigest: 'city', result, reasons: [], evidence: null, ...more });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Proofs whose work is ended by hand, and whose time comes by hand. */
function bench() {
  const works: {
    task: ProofTask;
    overdue: AbortSignal;
    end: (body: string) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const timers: { milliseconds: number; then: () => void }[] = [];
  const faults: unknown[] = [];
  const published = { now: 1 };
  const proofs = new DraftProofs({
    work: (task, overdue) => new Promise((end, fail) => works.push({ task, overdue, end, fail })),
    ground: () => published.now,
    fault: (error) => faults.push(error),
    after: (milliseconds, then) => {
      timers.push({ milliseconds, then });
      return () => {};
    },
  });
  const end = async (at: number, result = 'proved', more = {}) => {
    works[at]?.end(JSON.stringify({ against: 'floor', grounds: [ground(result, more)] }));
    await turn();
  };
  return { proofs, works, timers, faults, published, end };
}

describe('the proofs of drafts', () => {
  it('are made once for a text on a ground', async () => {
    const { proofs, works, published, end } = bench();
    expect(proofs.of('d', asked('one')).status).toBe('running');
    await end(0);
    expect(proofs.of('d', asked('one'))).toMatchObject({ status: 'ended' });
    expect(await proofs.found('d', asked('one'))).toMatchObject([{ result: 'proved' }]);
    expect(works).toHaveLength(1);
    published.now = 2;
    expect(proofs.of('d', asked('one')).status).toBe('running');
    expect(works).toHaveLength(2);
  });

  it('end where the draft has another text by now', async () => {
    const { proofs, works, end } = bench();
    proofs.of('d', asked('one'));
    proofs.of('e', asked('other'));
    expect(proofs.of('d', asked('two')).status).toBe('waiting');
    expect(works[0]?.task.stop[0]).toBe(1);
    await end(0, 'undecided', { reasons: ['stopped'] });
    await end(1);
    expect(works.map(({ task }) => task.asked.text)).toEqual(['one', 'other', 'two']);
    expect(works[2]?.task.stop[0]).toBe(0);
  });

  it('let what is submitted go first', async () => {
    const { proofs, works, end } = bench();
    proofs.of('a', asked('a'));
    proofs.of('b', asked('b'));
    proofs.of('c', asked('c'));
    const found = proofs.found('c', asked('c'));
    await end(0);
    expect(works[1]?.task.asked.text).toBe('c');
    await end(1, 'refuted', { evidence: '12ab' });
    expect(await found).toMatchObject([{ result: 'refuted', evidence: '12ab' }]);
  });

  it('never keep a submission: out of time or by a fault it is undecided, and tried again when it comes again', async () => {
    const { proofs, works, timers, faults } = bench();
    const late = proofs.found('d', asked('one'));
    // Nobody waits longer than half a minute, and by then whoever still works on it is told to end.
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([30_000, 30_000]);
    timers[1]?.then();
    expect(await late).toEqual([]);
    expect(works[0]?.overdue.aborted).toBe(false);
    timers[0]?.then();
    expect(works[0]?.overdue.aborted).toBe(true);
    expect(proofGates('doc', [{ digest: 'city' }, { digest: 'city' }], await late)).toMatchObject([
      { gate: 'proof', baseDigest: 'city', passed: false, result: 'undecided', evidence: 'stopped' },
    ]);
    works[0]?.fail(new Error('a thread has ended'));
    await turn();
    expect([faults.length, proofs.of('d', asked('one')).status]).toEqual([1, 'failed']);
    void proofs.found('d', asked('one'));
    expect(works).toHaveLength(2);
  });

  it('say of a text that settles nothing that it is invalid, which is no fault', async () => {
    const { proofs, works, faults } = bench();
    proofs.of('d', asked('one'));
    works[0]?.fail(new Refusal([], 'draftInvalid'));
    await turn();
    expect([faults.length, proofs.of('d', asked('one')).status]).toEqual([0, 'invalid']);
  });

  it('that wait are bounded; more are begun once there is room', async () => {
    const { proofs, works, end } = bench();
    for (let n = 0; n < 40; n += 1) expect(proofs.of(`d${n}`, asked(`${n}`)).body).toBeNull();
    for (let n = 0; n < 40; n += 1) await end(n);
    expect(works).toHaveLength(17);
  });
});
