import { afterAll, beforeAll, expect, it } from 'vitest';
import { example, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** A county’s fund of two fifths of what the city's assistance leaves without payment once its cap of the year is reached. */
const county = (beyond: string) => `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-06-01, to: 2019-12-31}
reason: {zh: 虚构, en: made up}
adds:
  layers: [{name: ownFund, label: {zh: 县救助基金, en: county fund}, combine: one}]
  standards: {ownFund.ratio: {value: 0.4, unit: share, better: higher, label: {zh: 县救助比例, en: ratio of the county fund}}}
  rules:
    - name: ownFund
      layer: ownFund
      label: {zh: 超过救助封顶线的费用, en: beyond the cap of assistance}
      conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}]}
      event: {type: reimburse, params: {of: [inScope], beyond: ${beyond}, ratio: $ownFund.ratio}}
`;
const settle = async (beyond: string, paidBefore: number) => {
  const history = { year: { ...example.claim.history.year, medicalAssistance: { paid: paidBefore } } };
  const claim = { ...example.claim, history };
  return service.post(JSON.stringify({ ...example, claim, ruleSet: { text: county(beyond) }, explain: true }));
};

it('a county pays of what a cap of the city’s leaves without payment, and nothing while the cap is not reached', async () => {
  const within = await settle('medicalAssistanceYear', 0);
  expect(within.status, within.text).toBe(200);
  const layers = (answer: typeof within) =>
    Object.fromEntries((answer.json.layers as { layer: string; paid: number }[]).map((one) => [one.layer, one.paid]));
  expect(layers(within)).toMatchObject({ medicalAssistance: 2912, ownFund: 0 });
  // All that was left to assistance: 20,000 − 15,840.
  const used = await settle('medicalAssistanceYear', 20_000);
  expect(layers(used)).toMatchObject({ medicalAssistance: 0, ownFund: 1664 });
  expect(used.text).toContain('4,160.00 × 40%');
});

it('a limit that the city does not have is told, with what it has', async () => {
  const { status, text } = await settle('medicalAssistanceYaer', 0);
  expect(status).toBe(422);
  expect(text).toContain('unknownLimit');
  expect(text).toContain('medicalAssistanceYear');
});
