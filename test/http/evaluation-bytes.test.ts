import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluationBytes, evaluationText } from '../../server/http/evaluation-bytes.ts';
import { evaluationJson } from '../../server/http/evaluation-json.ts';
import type { Scenarios } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { filesIn, root } from '../house/sources.ts';

/** Needs quotes and, of its characters, one to four bytes each. */
const id = 'a"\\é\u2028测试💧';

describe('evaluationBytes and evaluationText', () => {
  it.each(['rules', 'test/cities'])('write what evaluationJson writes, of every scenario below %s', async (folder) => {
    const source = await openFolder(join(root, folder), { samples: true });
    const [evaluate, other] = [evaluator(new RuleBook(source)), evaluator(new RuleBook(source))];
    let [tallied, explained] = [0, 0];
    for (const path of filesIn(folder, /scenarios.*\.yaml$/)) {
      const { document } = checkDocument(readFileSync(join(root, path), 'utf8'), { maxBytes: 8 << 20 });
      const { scenarios, jurisdiction, date } = document as Scenarios;
      for (const { claim, ...own } of scenarios.filter((one) => one.expect.refused === undefined)) {
        const request = { id, jurisdiction: own.jurisdiction ?? jurisdiction, date: own.date ?? date, claim };
        const [first, again] = [await evaluate(request), await evaluate(request)];
        expect(evaluationBytes(again, 'zh').toString()).toBe(evaluationJson(first, 'zh'));
        expect(evaluationText(again, 'zh')).toBe(evaluationJson(first, 'zh'));
        const ascii = await evaluate({ ...request, id: 'c-1' });
        expect(evaluationText(ascii, 'zh')).toBe(evaluationJson(ascii, 'zh'));
        if (again.tallied !== undefined) tallied += 1;
        // Explained, in words that were kept, and by rules that have not met the claim yet.
        const why = { ...request, explain: true };
        const fresh = await other(why);
        const [, kept] = [evaluationText(await evaluate(why), 'zh'), await evaluate(why)];
        for (const language of ['zh', 'en'] as const) {
          expect(evaluationText(kept, language)).toBe(evaluationJson(fresh, language));
          expect(evaluationBytes(kept, language).toString()).toBe(evaluationJson(fresh, language));
        }
        if (kept.tallied !== undefined) explained += 1;
      }
    }
    expect(tallied).toBeGreaterThan(50);
    expect(explained).toBe(tallied);
  });
});
