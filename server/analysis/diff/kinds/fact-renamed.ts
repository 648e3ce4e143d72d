import { type ChangeKind, isRenamed, neutral } from './kind.ts';

/** A fact has another id: claims must be sent with it. */
export const factRenamed: ChangeKind<'fact-renamed'> = {
  id: 'fact-renamed',
  mirror: 'fact-renamed',
  recognises: isRenamed('fact'),
  classOf: neutral,
};
