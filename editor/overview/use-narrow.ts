import { useMedia } from '../shell/use-media.ts';

/** Whether the screen is as narrow as a phone's. */
export const useNarrow = (): boolean => useMedia('(max-width: 600px)');
