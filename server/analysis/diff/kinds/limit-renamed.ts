import { type ChangeKind, isRenamed, neutral } from './kind.ts';

/** A limit has another name. */
export const limitRenamed: ChangeKind<'limit-renamed'> = {
  id: 'limit-renamed',
  mirror: 'limit-renamed',
  recognises: isRenamed('limit'),
  classOf: neutral,
};
