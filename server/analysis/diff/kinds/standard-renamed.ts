import { type ChangeKind, isRenamed, neutral } from './kind.ts';

/** A standard has another id. */
export const standardRenamed: ChangeKind<'standard-renamed'> = {
  id: 'standard-renamed',
  mirror: 'standard-renamed',
  recognises: isRenamed('standard'),
  classOf: neutral,
};
