import { type ChangeKind, neutral } from './kind.ts';

/** Something is called otherwise. */
export const labelChanged: ChangeKind<'label-changed'> = {
  id: 'label-changed',
  mirror: 'label-changed',
  recognises: ({ part }) => part === 'label',
  classOf: neutral,
};
