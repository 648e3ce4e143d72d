import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from './contract/requests.ts';
import { ServedDocument } from './contract/served-document.ts';
import { type Service, startService } from './service.ts';

/**
 * Worked examples of the city, in CNY: level of the hospital, in scope, out of scope, essential drugs, and what basic medical
 * insurance, critical illness, the hospital's reduction, assistance and supplementary cover pay. Worked out by hand from the
 * policy, as in the city's scenarios.
 */
const examples: readonly (readonly [number, number, number, number, readonly number[]])[] = [
  [1, 20000, 1500, 0, [15840, 0, 150, 2912, 0]],
  [1, 5000, 0, 1200, [3960, 0, 0, 728, 0]],
  [2, 20000, 0, 0, [13650, 192.5, 0, 4310.25, 0]],
  [3, 280000, 35000, 0, [167460, 59851, 3500, 15000, 9689.01]],
  [1, 150, 0, 0, [0, 0, 0, 105, 30.01]],
  [1, 1200, 0, 0, [800, 0, 0, 280, 0.01]],
  [3, 13650.02, 0, 0, [7650.01, 0.01, 0, 4200, 435]],
  [3, 248651, 0, 0, [148650.6, 51700.26, 0, 15000, 8435.05]],
  [1, 0.01, 0, 0, [0, 0, 0, 0, 0]],
];

let service: Service;
let document: ServedDocument;
beforeAll(async () => {
  service = await startService();
  document = new ServedDocument((await service.call('/openapi.json')).json);
});
afterAll(() => service.stop());

/** Calls an operation with nothing known but the document: its method, path, media type and what the body must be. */
async function call(id: string, values: Readonly<Record<string, string>>, body?: unknown) {
  const operation = document.operation(id);
  const [[type, content] = ['', undefined]] = Object.entries(operation.requestBody?.content ?? {});
  if (content !== undefined) expect(document.faults(content.schema, body)).toEqual([]);
  const { status, json } = await service.call(addressOf(operation, values), {
    method: operation.method,
    ...(content === undefined ? {} : { headers: { 'Content-Type': type }, body: JSON.stringify(body) }),
  });
  expect(status).toBe(200);
  return json;
}

describe('a client written from the document alone', () => {
  it.each(examples)(
    'settles level %d, in scope %d, out %d, drugs %d',
    async (level, inScope, outOfScope, essentialDrug, paid) => {
      const claim = { type: 'inpatient', hospital: { level }, cost: { inScope, outOfScope, essentialDrug } };
      expect(document.faults({ $ref: '#/components/schemas/Claim371500Inpatient' }, claim)).toEqual([]);
      const answer = await call('evaluate', {}, { id: 'example', jurisdiction: '371525', date: '2019-06-01', claim });
      const layers = answer.layers as readonly { readonly layer: string; readonly paid: number }[];
      expect(layers.map((one) => [one.layer, one.paid])).toEqual(
        ['basicMedical', 'criticalIllness', 'hospitalReduction', 'medicalAssistance', 'supplementaryMedical'].map(
          (layer, index) => [layer, paid[index]],
        ),
      );
    },
  );

  it.each([
    ['accident grade 1', { type: 'accident', accident: { grades: [1] } }, 30000],
    ['accident grades 7 and 7', { type: 'accident', accident: { grades: [7, 7] } }, 15000],
    ['a fire', { type: 'property', loss: { peril: 'fire' }, cost: { loss: 100 } }, 100],
  ])('settles %s', async (_, claim, paid) => {
    const answer = await call('evaluate', {}, { id: 'example', jurisdiction: '371525', date: '2019-06-01', claim });
    expect(answer.paid).toBe(paid);
  });

  it('reads the schema of a claim as the document says it is', async () => {
    const { schema } = await call('readClaimSchema', { code: '371525', type: 'inpatient', date: '2019-06-01' });
    expect(schema).toMatchObject({ required: ['type', 'hospital', 'cost'] });
  });
});
