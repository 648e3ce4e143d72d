import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** An emergency of the city, discharged on the day of the request. */
const emergency = (admittedOn: string, completedOn: string) => ({
  id: 'emergency',
  jurisdiction: '371525',
  date: '2019-06-01',
  claim: {
    type: 'inpatient',
    hospital: { level: 3, place: 'city' },
    referral: { status: 'emergency', admittedOn, completedOn },
    cost: { inScope: 20_000, outOfScope: 1_000 },
  },
});
const english = { 'Accept-Language': 'en' };
const post = (body: unknown, headers?: Record<string, string>) => service.post(JSON.stringify(body), headers);

describe('an emergency whose dates are swapped', () => {
  const swapped = emergency('2019-05-04', '2019-05-01');

  it('is not settled as completed in time', async () => {
    const { status, json } = await post(swapped, english);
    expect({ status, code: json.code }).toEqual({ status: 422, code: 'daysOutOfBounds' });
    expect(json.errors).toEqual([
      {
        pointer: '/claim/referral/completedOn',
        code: 'daysOutOfBounds',
        message:
          'date the referral was completed is 2019-05-01 and date of emergency admission 2019-05-04: ' +
          'days from admission to completion would be -3 and must be ≥ 0',
        help: 'check both dates; where date of emergency admission is right, date the referral was completed is 2019-05-04 or later',
      },
    ]);
  });

  it('is told so in Chinese, and in an array at its own place', async () => {
    const { json } = await post(swapped);
    expect(json.errors).toMatchObject([
      {
        message: '「补办转诊日期」为 2019-05-01，「急诊入院日期」为 2019-05-04：「入院后第几日补办」为 -3，应 ≥ 0',
        help: '请核对这两个日期；如「急诊入院日期」无误，「补办转诊日期」应不早于 2019-05-04',
      },
    ]);
    // The second of a kind is settled by what was made of the first.
    const right = emergency('2019-05-01', '2019-05-04');
    const { status, text } = await post([right, swapped, right]);
    expect(status).toBe(200);
    const [first, second, third] = JSON.parse(text) as Record<string, unknown>[];
    expect([first?.paid, third?.paid]).toEqual([18100.01, 18100.01]);
    expect(JSON.stringify(second)).toContain('"code":"daysOutOfBounds"');
  });
});

it('an emergency that was admitted after its discharge is refused, completed or not', async () => {
  const { json } = await post(emergency('2019-06-02', '2019-06-02'), english);
  expect(json.errors).toMatchObject([
    {
      pointer: '/claim/referral/admittedOn',
      code: 'daysOutOfBounds',
      help: 'check both dates; where date of discharge is right, date of emergency admission is 2019-06-01 or earlier',
    },
  ]);
});

it('the schema of claims says that the dates are bounded', async () => {
  const { json } = await service.call('/api/v1/jurisdictions/371525/claim-schema?date=2019-06-01&type=inpatient');
  expect(JSON.stringify(json)).toContain('referral.admittedOn → referral.completedOn ≥ 0');
});
