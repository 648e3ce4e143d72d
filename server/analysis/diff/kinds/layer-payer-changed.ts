import { type ChangeKind, isPart, neutral } from './kind.ts';

/** Somebody else pays a layer. */
export const layerPayerChanged: ChangeKind<'layer-payer-changed'> = {
  id: 'layer-payer-changed',
  mirror: 'layer-payer-changed',
  recognises: isPart('layer', 'payer'),
  classOf: neutral,
};
