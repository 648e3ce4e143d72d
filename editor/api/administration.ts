import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { allPages } from './all-pages.ts';
import { answerOf, service } from './client.ts';
import { SESSION } from './queries.ts';

/** One account. */
export type Account = components['schemas']['Account'];

/** A role, and where it is held. */
export type Grant = components['schemas']['Grant'];

/** A link by which a person chooses a password. */
export type Invitation = components['schemas']['Invitation'];

/** A key that was issued, without itself. */
export type IssuedKey = components['schemas']['IssuedKey'];

/** One act of the audit trail. */
export type AuditLine = components['schemas']['AuditLine'];

/** Something to do for people of a place. */
export type Task = components['schemas']['Task'];

/** All accounts. */
export function useAccounts() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: async () => answerOf(await service(language).GET('/api/v1/accounts')).items as readonly Account[],
  });
}

/** Makes an account, and answers the invitation for its person. */
export function useNewAccount() {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: components['schemas']['NewAccountRequest']) =>
      answerOf(await service(language).POST('/api/v1/accounts', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

/** Changes an account upon the revision that was looked at. @throws Refused where somebody else was first */
export function useAccountChange({ staffNumber, revision }: Account) {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: components['schemas']['AccountChangeRequest']) => {
      const params = { path: { staffNumber }, header: { 'If-Match': `"${revision}"` } };
      return answerOf(await service(language).PATCH('/api/v1/accounts/{staffNumber}', { params, body }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

/** All keys that administrators have issued. */
export function useIssuedKeys() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['keys'],
    queryFn: async () => answerOf(await service(language).GET('/api/v1/api-keys')).items as readonly IssuedKey[],
  });
}

/** Issues a key, which only this answer holds. */
export function useNewKey() {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: components['schemas']['KeyRequest']) =>
      answerOf(await service(language).POST('/api/v1/api-keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
}

/** Revokes a key for good. */
export function useKeyRevocation() {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) =>
      answerOf(await service(language).DELETE('/api/v1/api-keys/{name}', { params: { path: { name } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
}

/** Another password for whoever is signed in. */
export function usePasswordChange() {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: components['schemas']['PasswordRequest']) =>
      answerOf(await service(language).PUT('/api/v1/session/password', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION }),
  });
}

/** The audit trail page by page, the last line first. @param text only lines that hold it; empty for all */
export function useAudit(text: string) {
  const { language } = useLanguage();
  return useInfiniteQuery({
    queryKey: ['audit', 'lines', text],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const query = {
        limit: 100,
        ...(text === '' ? {} : { text }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return answerOf(await service(language).GET('/api/v1/audit', { params: { query } }));
    },
    getNextPageParam: ({ next }) => next,
  });
}

/** Where the audit trail ends. */
export function useAuditHead() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['audit', 'head'],
    queryFn: async () => answerOf(await service(language).GET('/api/v1/audit/head')),
  });
}

/**
 * Holds every line of the trail to the chain.
 * @param asked an end that was noted earlier, empty for none, and which time it is asked; null before anybody asks
 */
export function useAuditVerification(asked: { readonly head: string; readonly time: number } | null) {
  const { language } = useLanguage();
  return useQuery({
    // What is told again in another language is verified again.
    queryKey: ['audit', 'verification', asked, language],
    enabled: asked !== null,
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = asked === null || asked.head === '' ? {} : { head: asked.head };
      return answerOf(await service(language).GET('/api/v1/audit/verification', { params: { query } }));
    },
  });
}

/** Tasks of the places that one works for. */
export function useTasks() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['tasks'],
    queryFn: () =>
      allPages<Task>(async (query) => answerOf(await service(language).GET('/api/v1/tasks', { params: { query } }))),
  });
}

/** Says that a task has been seen to. */
export function useTaskCompletion() {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      answerOf(await service(language).POST('/api/v1/tasks/{id}/completion', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
