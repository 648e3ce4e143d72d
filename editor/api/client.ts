import { createDixianClient, type Problem } from '../../client/index.ts';
import type { Language } from '../language/language.tsx';
import { shownSession } from './queries.ts';
import { Refused } from './refused.ts';

/**
 * Our own service, spoken to in a language: its words come back in it.
 * @param by the staff number of whose work it is; of whom the page shows as signed in unless given. Where somebody else has signed
 *   in from this browser meanwhile, nothing is done in their name: it is refused (`signedInAsAnother`)
 */
export function service(language: Language, by = shownSession()?.staffNumber) {
  const client = createDixianClient({ baseUrl: location.origin, language });
  client.use({
    onRequest({ request }) {
      if (by !== undefined && request.method !== 'GET') request.headers.set('Dixian-Person', by);
      return request;
    },
  });
  return client;
}

/** One thing that was refused, in words. */
export interface Told {
  readonly message: string;
  readonly help?: string;
}

/** What is wrong, in the language that is spoken now, whatever was spoken when it was asked. */
export function toldIn(error: Problem['errors'][number], language: Language): Told {
  return error.also?.language === language ? error.also : error;
}

/**
 * What a call answered.
 * @throws Refused where the service said no; what `fetch` throws where no answer came
 */
export function answerOf<Data>({
  data,
  error,
  response,
}: {
  readonly data?: Data;
  readonly error?: Problem;
  readonly response: Response;
}): Data {
  if (error !== undefined) throw new Refused(error, response);
  return data as Data;
}
