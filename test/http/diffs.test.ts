import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../cli/in-process.ts';
import { Published } from '../published.ts';
import { cityText, countyText, jurisdictionsText } from '../store/texts.ts';
import { unzipped } from './changes/unzipped.ts';
import { type Service, startService } from './service.ts';
import { keyOf, SetUps } from './set-ups.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sides = 'from=371500@1.0.0&to=371525@1.0.0';
const path = `/api/v1/diffs?${sides}`;
const setUps = new SetUps();
let service: Service;
beforeAll(async () => {
  service = await startService({ samples: true });
});
afterAll(async () => {
  await service.stop();
  await setUps.stop();
});

describe('a diff', () => {
  it('is what the command answers, in the language asked for', async () => {
    for (const lang of ['zh', 'en']) {
      const { status, text, headers } = await service.call(path, { headers: { 'Accept-Language': lang } });
      expect([status, headers.get('content-language')]).toEqual([200, lang]);
      const said = await runHere(['diff', '371500@1.0.0', '371525@1.0.0', '--demo', '--json', '--lang', lang]);
      expect(JSON.parse(text)).toEqual(JSON.parse(said.out));
    }
  });

  it.each([
    ['text/markdown', /^# /],
    ['text/csv', /^项目,变更,/],
    ['text/html', /^<!doctype html>/],
    [XLSX, /^PK/],
  ])('comes as %s', async (type, beginning) => {
    const { status, text, headers } = await service.call(path, { headers: { Accept: type } });
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    expect(text).toMatch(beginning);
    expect(headers.get('vary')).toMatch(/\bAccept\b(?!-).*Accept-Language/);
  });

  it('has lists of both sides in the cells of CSV and of a workbook', async () => {
    const as = async (type: string) => fetch(`${service.address}${path}`, { headers: { Accept: type } });
    const csv = await (await as('text/csv')).text();
    expect(csv).toMatch(/,未设定,糖尿病、高血压、尿毒症透析,list,.*,chronicOutpatient\.diseases,/);
    const sheets = [...unzipped(new Uint8Array(await (await as(XLSX)).arrayBuffer())).values()].join('');
    expect(sheets).toContain('>糖尿病、高血压、尿毒症透析<');
    const turned = await service.call('/api/v1/diffs?from=371525@1.0.0&to=371500@1.0.0', {
      headers: { Accept: 'text/csv', 'Accept-Language': 'en' },
    });
    expect(turned.text).toMatch(/,"diabetes, hypertension[^"]*",not set,list,/);
  });

  it('is asked for again by its ETag, one of each form and language', async () => {
    const etagOf = async (headers: Record<string, string>) =>
      (await service.call(path, { headers })).headers.get('etag') ?? '';
    const all = await Promise.all([etagOf({}), etagOf({ Accept: 'text/csv' }), etagOf({ 'Accept-Language': 'en' })]);
    expect(new Set(all).size).toBe(3);
    const again = await service.call(path, { headers: { 'If-None-Match': all[0] ?? '' } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', all[0]]);
    const other = await service.call(path, { headers: { 'If-None-Match': all[1] ?? '' } });
    expect(other.status).toBe(200);
  });

  it.each([
    ['from=371525&to=rules/x.yaml', 422, 'sideMalformed', 'to'],
    ['from=git:HEAD:x&to=371525', 422, 'sideMalformed', 'from'],
    ['from=371525', 422, 'parameterMissing', 'to'],
    ['from=371525&to=371599', 422, 'unknownJurisdiction', 'to'],
    ['from=371525@7.0.0&to=371525', 422, 'unknownVersion', 'from'],
    ['from=371500@1.0.0+2.0.0&to=371525', 422, 'baseVersionDiffers', 'from'],
    ['from=371500@1.0.0%2B2.0.0&to=371525', 422, 'baseVersionDiffers', 'from'],
    [`from=371525&to=sha256:${'0'.repeat(64)}`, 422, 'unknownDigest', 'to'],
    ['from=371525@2031-01-01&to=371525', 409, 'noRuleSetInForce', 'from'],
  ])('?%s is %d %s and names %s', async (query, status, code, parameter) => {
    const answer = await service.call(`/api/v1/diffs?${query}`);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.errors).toMatchObject([{ parameter }]);
  });

  it('is for those who may read both sides, and tells others nothing of what there is', async () => {
    const keys = await setUps.get('keys');
    const ask = async (from: string, to: string) => {
      const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
      const { status, json, text } = await keys.call(`/api/v1/diffs?${query}`, {
        headers: { Authorization: `Bearer ${keyOf('j')}` },
      });
      return { status, code: json.code, text };
    };
    expect((await ask('371500@1.0.0', '371521@2019-06-01')).status).toBe(200);
    for (const other of ['371525', '371525@2019-06-01', '371525@7.0.0', '371525@1.0.0+9.0.0', '371599']) {
      for (const pair of [
        [other, '371521'],
        ['371521', other],
      ] as const) {
        const { status, code, text } = await ask(pair[0], pair[1]);
        expect([status, code]).toEqual([403, 'jurisdictionNotAllowed']);
        expect(text).not.toMatch(/\d+\.\d+\.\d+/);
      }
    }
  });
});

describe('a changelog', () => {
  it('leads from page to page', async () => {
    const rules = new Published(jurisdictionsText, [cityText(100), countyText(150), countyText(200), countyText(180)]);
    const own = await startService({ rules });
    const versions: string[] = [];
    let next: string | null = '/api/v1/jurisdictions/371525/changelog?limit=2';
    while (next !== null) {
      const { status, json, headers } = await own.call(next);
      expect(status).toBe(200);
      const items = json.items as readonly { publication: { version: string }; comparison: { class: string } }[];
      versions.push(...items.map(({ publication, comparison }) => `${publication.version} ${comparison.class}`));
      next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
    }
    await own.stop();
    expect(versions).toEqual(['3.0.0 worse', '2.0.0 better', '1.0.0 better']);
  });
});
