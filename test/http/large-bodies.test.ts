import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PATH as BATCH, BatchServices, NDJSON } from './batch/batch-services.ts';
import { bomb, flood, MEGABYTE } from './flood.ts';
import { chunk, headOf, rawConnection, statuses } from './raw.ts';

const { serve } = new BatchServices();
const JSON_HEAD = { 'Content-Type': 'application/json' };
const PATH = '/api/v1/evaluations';
const CHUNKED = { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' };
/** What sockets of a connection hold between its two ends. */
const UNDER_WAY = 16 * MEGABYTE;

describe('a body of 100 MB', () => {
  it.each([
    ['that says so', { headers: JSON_HEAD }],
    ['in pieces', { headers: CHUNKED }],
    ['in pieces of a hundred bytes that do not end', { headers: CHUNKED, piece: 100 }],
  ])('%s is refused by 413 and not read', async (_, how) => {
    const { address, reports } = await serve();
    const { sent, text } = await flood(address, PATH, { ...how, most: 100 * MEGABYTE });
    expect(statuses(text)).toEqual(['413']);
    expect(sent).toBeLessThan(UNDER_WAY);
    expect(reports).toEqual([]);
  });

  it('is answered also where its sender first looks when nothing more is taken', async () => {
    const { address } = await serve();
    for (const headers of [{ ...JSON_HEAD, 'Content-Length': 100 * MEGABYTE }, CHUNKED]) {
      const one = rawConnection(address);
      one.socket.pause();
      one.write(headOf(PATH, headers));
      const piece = 'Content-Length' in headers ? ' '.repeat(65_536) : chunk(' '.repeat(65_536));
      let [taken, before] = [0, -1];
      const more = () => {
        taken += 1;
        while (!one.socket.destroyed && one.socket.write(piece)) taken += 1;
      };
      one.socket.on('drain', more);
      more();
      while (taken !== before && !one.socket.destroyed) {
        before = taken;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      one.socket.resume();
      await one.until(/"tooLarge"/).catch(() => undefined);
      one.socket.destroy();
      expect(statuses(one.text())).toEqual(['413']);
    }
  });

  it('would be read where so much were taken: the negative control', async () => {
    const faults: unknown[] = [];
    const log = { answered: () => {}, fault: (_: string, error: unknown) => faults.push(error) };
    const { address } = await serve({ limits: { bodyBytes: 100 * MEGABYTE }, log });
    const { sent, text } = await flood(address, PATH, { headers: CHUNKED, most: 2 * UNDER_WAY });
    expect([statuses(text), sent, faults]).toEqual([['400'], 2 * UNDER_WAY, []]);
  });
});

describe('a body that is packed', () => {
  const packed = bomb(20);
  const types: Readonly<Record<string, string>> = {
    [PATH]: 'application/json',
    [BATCH]: NDJSON['Content-Type'],
    '/api/v1/fundings': 'application/json',
    '/api/v1/validations': 'application/yaml',
    '/api/v1/session': 'application/json',
  };

  it.each(['gzip', 'deflate', 'br', 'gzip, gzip'])('by %s is refused and never unpacked', async (encoding) => {
    const { call, address, reports } = await serve();
    for (const [path, type] of Object.entries(types)) {
      const headers = { 'Content-Type': type, 'Content-Encoding': encoding, Origin: address };
      const { status, json } = await call(path, { method: 'POST', body: packed, headers });
      expect([path, status, json.code]).toEqual([path, 415, 'unsupportedEncoding']);
    }
    expect(reports).toEqual([]);
  });

  it('would be a thousand times as large', () => {
    expect(gunzipSync(packed).length).toBeGreaterThan(900 * packed.length);
  });
});
