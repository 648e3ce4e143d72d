import { describe, expect, it } from 'vitest';
import { changelog } from '../../server/usecases/changelog.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { Published, refused } from '../published.ts';
import { cityText, countyText, jurisdictionsText } from '../store/texts.ts';

const source = new Published(jurisdictionsText);
source.publish(cityText(100), '1.0.0');
source.publish(countyText(150), '1.0.0');
source.publish(countyText(200), '1.1.0');
source.publish(cityText(160), '1.0.1');
source.publish(countyText(180), '1.2.0');
const book = new RuleBook(source);

const entries = async (code: string) =>
  (await changelog(book, code)).items.map(({ publication, first, comparison, computedVersion }) => ({
    version: publication.version,
    first,
    class: comparison?.class ?? null,
    computed: computedVersion,
    changes: comparison?.changes.map(({ before, after }) => [before, after]),
  }));

describe('a changelog', () => {
  it('of a city tells nothing of its first publication, and the number that the changes of each later give', async () => {
    expect(await entries('371500')).toEqual([
      { version: '1.0.1', first: false, class: 'better', computed: '1.1.0', changes: [[100, 160]] },
      { version: '1.0.0', first: true, class: null, computed: null, changes: undefined },
    ]);
  });

  it('of a county stands on the city’s rules of the first day, the first against the city’s alone', async () => {
    // The city's later figure counts for all of them: it is in force on the day that each begins.
    expect(await entries('371525')).toEqual([
      { version: '1.2.0', first: false, class: 'worse', computed: '2.0.0', changes: [[200, 180]] },
      { version: '1.1.0', first: false, class: 'better', computed: null, changes: [[160, 200]] },
      expect.objectContaining({ version: '1.0.0', first: true, computed: null }),
    ]);
    const { items } = await changelog(book, '371525');
    expect(items.at(-1)?.comparison?.from.label.zh).toBe('某县（沿用市级 1.0.1）');
  });

  it('comes in pages, each entry compared with the one of the page after it', async () => {
    const first = await changelog(book, '371525', { limit: '1' });
    const second = await changelog(book, '371525', { limit: '1', cursor: first.next ?? '' });
    expect(second.items[0]?.publication.version).toBe('1.1.0');
    expect(first.items[0]?.comparison?.from.reference).toBe('371525@1.1.0+1.0.1');
  });

  it('is refused for who is unknown, and for a county without its city', async () => {
    expect(await refused(changelog(book, '110000'))).toEqual(['unknownJurisdiction /jurisdiction']);
    const alone = new RuleBook(new Published(jurisdictionsText, [countyText(150)]));
    expect(await refused(changelog(alone, '371525'))).toEqual(['noRuleSets']);
  });
});
