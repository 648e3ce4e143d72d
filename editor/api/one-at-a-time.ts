import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * Something that is done to the service, one at a time: what is asked while it is under way is nothing. The page shows that a
 * moment later, and the second click of two is quicker.
 */
export function useOneAtATime<Done, Asked = void>(options: UseMutationOptions<Done, Error, Asked>) {
  const isUnderWay = useRef(false);
  const mutation = useMutation({
    ...options,
    onSettled: async (...settled) => {
      await options.onSettled?.(...settled);
      isUnderWay.current = false;
    },
  });
  const mutate: typeof mutation.mutate = (...asked) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    mutation.mutate(...asked);
  };
  return { ...mutation, mutate };
}
