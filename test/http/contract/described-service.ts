import { type Service, startService } from '../service.ts';
import { grant, settle } from '../signed-in.ts';
import { ServedDocument } from './served-document.ts';

/** Made-up people who between them may do whatever the document describes. */
export const [ADMINISTRATOR, REVIEWER] = ['LC-1001', 'LC-1002'];

/** A service of the samples with those two, and the document that it serves of itself. */
export async function startDescribedService(): Promise<{
  readonly service: Service;
  readonly document: ServedDocument;
}> {
  const service = await startService({
    samples: true,
    clock: () => 0,
    prepare: async (people) => {
      await settle(people, ADMINISTRATOR, grant('administrator'));
      await settle(people, REVIEWER, grant('cityReviewer', '371500'), grant('cityEditor', '371500'));
    },
  });
  return { service, document: new ServedDocument((await service.call('/openapi.json')).json) };
}
