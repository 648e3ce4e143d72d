import { createDixianClient, type Problem } from '../../client/index.ts';
import type { Language } from '../language/language.tsx';
import { Refused } from './refused.ts';

/** Our own service, spoken to in a language: its words come back in it. */
export function service(language: Language) {
  return createDixianClient({ baseUrl: location.origin, language });
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
