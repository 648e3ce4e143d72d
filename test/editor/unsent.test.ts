import { expect, it } from 'vitest';
import { begunDecision, unsentOf } from '../../editor/review/unsent.ts';
import type { KeptTexts } from '../../editor/shell/kept-texts.ts';

/** A browser that keeps texts, over any number of pages. */
function browser(): (key: string) => KeptTexts {
  const kept = new Map<string, Map<string, string>>();
  return (key) => {
    const texts = kept.get(key) ?? new Map<string, string>();
    kept.set(key, texts);
    return {
      all: () => texts,
      write: (name, text) => void (text === null ? texts.delete(name) : texts.set(name, text)),
      clear: () => texts.clear(),
    };
  };
}

it('what a reviewer has begun to write is there again for them and that draft alone, until it is sent', () => {
  const keep = browser();
  const mine = unsentOf('G-201', 'draft-1', keep);
  mine.write('return', '缺少报价');
  mine.write('comment', '请附报价');
  mine.write('commentAbout', 'accident.medical');
  const again = unsentOf('G-201', 'draft-1', keep);
  expect([again.read('return'), again.read('comment'), again.read('commentAbout')]).toEqual([
    '缺少报价',
    '请附报价',
    'accident.medical',
  ]);
  expect(begunDecision(again)).toBe('return');
  for (const other of [unsentOf('G-202', 'draft-1', keep), unsentOf('G-201', 'draft-2', keep)]) {
    expect(other.read('comment')).toBe('');
    expect(begunDecision(other)).toBe(null);
  }
  again.forget('return', 'approve');
  expect(begunDecision(again)).toBe(null);
  expect(again.read('comment')).toBe('请附报价');
  again.write('comment', ' ');
  expect(unsentOf('G-201', 'draft-1', keep).read('comment')).toBe('');
});

it('a begun approval is gone on with as well', () => {
  const unsent = unsentOf('C-201', 'draft-1', browser());
  unsent.write('approve', '两户，另行救助');
  expect(begunDecision(unsent)).toBe('approve');
});
