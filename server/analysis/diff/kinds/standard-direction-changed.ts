import { type ChangeKind, isPart, neutral } from './kind.ts';

/** Another direction counts as favouring the claimant; no figure moved by it. */
export const standardDirectionChanged: ChangeKind<'standard-direction-changed'> = {
  id: 'standard-direction-changed',
  mirror: 'standard-direction-changed',
  recognises: isPart('standard', 'direction'),
  classOf: neutral,
};
