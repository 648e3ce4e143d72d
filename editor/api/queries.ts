import { type Query, QueryClient } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { asksAgain, waitsBeforeAsking } from './asking-again.ts';

/** What the service has answered this page. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: asksAgain, retryDelay: waitsBeforeAsking, refetchOnWindowFocus: true } },
});

/** Under which the session is remembered. */
export const SESSION = ['session'] as const;

/** Somebody who has signed in. */
export type SignedIn = components['schemas']['SessionAnswer'];

/** Whom this page shows as signed in; null for nobody, undefined as long as it has not asked. */
export function shownSession(): SignedIn | null | undefined {
  return queries.getQueryData<SignedIn | null>(SESSION);
}

const ofNoSession = { predicate: ({ queryKey }: Query) => queryKey[0] !== SESSION[0] };

/** Forgets what was read as somebody, and reads it as whoever asks now. */
export function forgetWhatWasRead(): void {
  void queries.resetQueries(ofNoSession);
}

/** Reads everything again, which stands until it has come. */
export function readAgain(): void {
  void queries.invalidateQueries(ofNoSession);
}
