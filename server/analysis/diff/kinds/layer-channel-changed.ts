import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A layer is paid by another channel, which never changes an amount. */
export const layerChannelChanged: ChangeKind<'layer-channel-changed'> = {
  id: 'layer-channel-changed',
  mirror: 'layer-channel-changed',
  recognises: isPart('layer', 'channel'),
  classOf: neutral,
};
